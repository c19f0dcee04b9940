import { describe, expect, it } from 'vitest';
import { renderShow } from '../../../../../src/lib/models/switch/show/render-show.ts';
import { allAnswer } from '../../../../../src/lib/models/switch/wiring.ts';
import { exampleState } from './example.ts';

const show = (command: string) => renderShow(command.split(' '), exampleState, allAnswer);

describe('a switch shows', () => {
  it('its channels', () => {
    expect(show('show etherchannel summary')).toMatchInlineSnapshot(`
      "Flags:  D - down        P - bundled in port-channel
              I - stand-alone s - suspended
              H - Hot-standby (LACP only)
              R - Layer3      S - Layer2
              U - in use      f - failed to allocate aggregator

              M - not in use, minimum links not met
              u - unsuitable for bundling
              w - waiting to be aggregated
              d - default port


      Number of channel-groups in use: 2
      Number of aggregators:           2

      Group  Port-channel  Protocol    Ports
      ------+-------------+-----------+-----------------------------------------------
      2      Po2(SU)         LACP      Gi1/0/9(P)  Gi1/0/10(P)
      5      Po5(SD)          -"
    `);
  });
  it('its trunks', () => {
    expect(show('show interfaces trunk')).toMatchInlineSnapshot(`
      "
      Port        Mode             Encapsulation  Status        Native vlan
      Gi1/0/48    on               802.1q         trunking      1
      Po2         on               802.1q         trunking      99

      Port        Vlans allowed on trunk
      Gi1/0/48    1-4094
      Po2         10-11,20-22,99

      Port        Vlans allowed and active in management domain
      Gi1/0/48    1,10-11,20,99
      Po2         10-11,20,99

      Port        Vlans in spanning tree forwarding state and not pruned
      Gi1/0/48    1,10-11,20,99
      Po2         10-11,20,99"
    `);
  });
  it('its VLANs', () => {
    expect(show('show vlan brief')).toMatchInlineSnapshot(`
      "
      VLAN Name                             Status    Ports
      ---- -------------------------------- --------- -------------------------------
      1    default                          active    Gi1/0/1, Gi1/0/2, Gi1/0/3
                                                      Gi1/0/4, Gi1/0/5, Gi1/0/6
                                                      Gi1/0/7, Gi1/0/8, Gi1/0/13
                                                      Gi1/0/14, Gi1/0/15, Gi1/0/16
                                                      Gi1/0/17, Gi1/0/18, Gi1/0/19
                                                      Gi1/0/20, Gi1/0/21, Gi1/0/22
                                                      Gi1/0/23, Gi1/0/24, Gi1/0/25
                                                      Gi1/0/26, Gi1/0/27, Gi1/0/28
                                                      Gi1/0/29, Gi1/0/30, Gi1/0/31
                                                      Gi1/0/32, Gi1/0/33, Gi1/0/34
                                                      Gi1/0/35, Gi1/0/36, Gi1/0/37
                                                      Gi1/0/38, Gi1/0/39, Gi1/0/40
                                                      Gi1/0/41, Gi1/0/42, Gi1/0/43
                                                      Gi1/0/44, Gi1/0/45, Gi1/0/46
                                                      Gi1/0/47, Gi1/0/49, Gi1/0/50
                                                      Gi1/0/51, Gi1/0/52
      10   mgmt                             active    Gi1/0/11
      11   VLAN0011                         active
      20   storage                          active    Gi1/0/11
      99   native                           active
      1002 fddi-default                     act/unsup
      1003 token-ring-default               act/unsup
      1004 fddinet-default                  act/unsup
      1005 trnet-default                    act/unsup"
    `);
  });
  it('one interface of its configuration', () => {
    expect(show('show running-config interface GigabitEthernet1/0/9')).toMatchInlineSnapshot(`
      "Building configuration...

      Current configuration : 191 bytes
      !
      interface GigabitEthernet1/0/9
       description nas left
       switchport trunk native vlan 99
       switchport trunk allowed vlan 10,11,20-22,99
       switchport mode trunk
       channel-group 2 mode active
      end"
    `);
    expect(show('show running-config interface GigabitEthernet1/0/11')).toMatchInlineSnapshot(`
      "Building configuration...

      Current configuration : 177 bytes
      !
      interface GigabitEthernet1/0/11
       switchport access vlan 10
       switchport mode access
       switchport voice vlan 20
       storm-control broadcast level 20.00
       spanning-tree portfast
      end"
    `);
  });
  it('nothing where the command is not one of those that can be printed', () => {
    expect(show('show tech-support')).toBeUndefined();
    expect(show('show running-config interface GigabitEthernet9/0/1')).toBeUndefined();
  });
});
