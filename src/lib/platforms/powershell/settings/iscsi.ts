import type { SettingMaker } from './setting.ts';

/** iSCSI, both ends of it. Source: the pages of the modules IscsiTarget and iSCSI. */
export const iscsiSettings: Readonly<Record<string, SettingMaker>> = {
  'iscsi-virtual-disk': ({ action, name, set }, express) => {
    if (action !== 'create' || Object.keys(set).some((key) => key !== 'size')) return undefined;
    const path = express.inside(name, 'path');
    return [
      {
        title: 'iSCSI virtual disk',
        name: path,
        needs: 'Get-IscsiVirtualDisk',
        read: `Get-IscsiVirtualDisk | Where-Object { $_.Path -eq ${path} }`,
        want: set['size'] === undefined ? { Path: path } : { Size: express.inside(set['size'], 'sizebytes') },
        make: true,
        // Its file stays, and what is on it.
        back: `Remove-IscsiVirtualDisk -Path ${path}`,
      },
    ];
  },
  'iscsi-target': ({ action, name }, express) => {
    if (action !== 'create') return undefined;
    const target = express.inside(name, 'targetname');
    return [
      {
        title: 'iSCSI target',
        name: target,
        needs: 'Get-IscsiServerTarget',
        read: `Get-IscsiServerTarget | Where-Object { $_.TargetName -eq ${target} }`,
        want: { TargetName: target },
        make: true,
        back: `Remove-IscsiServerTarget -TargetName ${target}`,
      },
    ];
  },
  'iscsi-mapping': ({ action, after }, express) => {
    if (action !== 'create' || !after) return undefined;
    const target = express.inside(after['target']!, 'targetname');
    const path = express.inside(after['path']!, 'path');
    return [
      {
        title: 'disk of the iSCSI target',
        name: path,
        needs: 'Get-IscsiServerTarget',
        read: `Get-IscsiServerTarget | Where-Object { $_.TargetName -eq ${target} } | ForEach-Object { $_.LunMappings } | Where-Object { $_.Path -eq ${path} }`,
        want: after['lun'] === undefined ? { Path: path } : { Lun: express.inside(after['lun'], 'lun') },
        make: true,
        back: `Remove-IscsiVirtualDiskTargetMapping -TargetName ${target} -Path ${path}`,
      },
    ];
  },
  'iscsi-portal': ({ action, after }, express) => {
    if (action !== 'create' || !after) return undefined;
    const address = express.inside(after['address']!, 'targetportaladdress');
    const from =
      after['from'] === undefined ? undefined : express.inside(after['from'], 'initiatorportaladdress');
    const own = from === undefined ? '' : ` -and $_.InitiatorPortalAddress -eq ${from}`;
    return [
      {
        title: 'iSCSI portal',
        name: address,
        needs: 'Get-IscsiTargetPortal',
        read: `Get-IscsiTargetPortal | Where-Object { $_.TargetPortalAddress -eq ${address}${own} }`,
        want: { TargetPortalAddress: address },
        make: true,
        back: `Remove-IscsiTargetPortal -TargetPortalAddress ${address}${from === undefined ? '' : ` -InitiatorPortalAddress ${from}`} -Confirm:$false`,
      },
    ];
  },
  'iscsi-session': ({ name, before, after }, express) => {
    const paths = (resource: typeof after) =>
      (resource?.['paths'] ?? []) as readonly { readonly target?: string; readonly from?: string }[];
    const known = paths(before).map((path) => JSON.stringify(path));
    const made = paths(after).filter((path) => !known.includes(JSON.stringify(path)));
    if (made.length === 0 || made.length + known.length !== paths(after).length) return undefined;
    const node = express.inside(name, 'nodeaddress');
    const settings = made.map(({ target, from }) => {
      if (target === undefined || from === undefined) return undefined;
      const [to, by] = [
        express.inside(target, 'targetportaladdress'),
        express.inside(from, 'initiatorportaladdress'),
      ];
      return {
        title: 'iSCSI session',
        name: `('{0} from {1}' -f ${to}, ${by})`,
        needs: 'Get-IscsiConnection',
        read: `Get-IscsiConnection | Where-Object { $_.TargetAddress -eq ${to} -and $_.InitiatorAddress -eq ${by} }`,
        want: { TargetAddress: to },
        make: true as const,
        back: `Disconnect-IscsiTarget -NodeAddress ${node} -Confirm:$false`,
      };
    });
    return settings.every((setting) => setting !== undefined) ? settings : undefined;
  },
};
