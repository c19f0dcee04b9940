import { singleQuoted } from '../../dialects/powershell/syntax/quote-value.ts';
import type { Markdown } from '../../writing/markdown.ts';
import { code, codeBlock, prose } from '../../writing/markdown.ts';
import type { RunningOptions, StatusRequest } from '../script-template.ts';

/**
 * `Invoke-RestMethod` is there from PowerShell 3.0 on. The .NET Framework of Windows Server 2012 and 2012 R2 offers TLS 1.0 unless it is told
 * otherwise (Transport Layer Security best practices with .NET Framework, Microsoft Learn).
 */
export const askWithPowerShell: StatusRequest = (url, version) => [
  "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'",
  `(Invoke-RestMethod ${url}).versions.${singleQuoted(version)}`,
];

/** How a person runs the script of a host, for the bundle's README. */
export function runningPowerShell({ labwork, step, repairs, movesAddresses }: RunningOptions): Markdown[] {
  const script = 'powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File .\\Invoke-Labwork.ps1';
  const chosen = step === undefined ? '' : ` -Step ${step}`;
  return [
    prose`On a Windows host, in an elevated PowerShell, in the folder of that host. Windows marks what was downloaded and then refuses to run it; once
you have read the script, take the mark from it:`,
    codeBlock(['Unblock-File -Path .\\*.ps1']),
    prose`It looks first, and changes nothing until it is told to. Your own names, ports, VLANs and addresses are its parameters, which it lists with what it found
under each; a plan, then a step at a time, and a look after each:`,
    codeBlock([
      script,
      `${script} -Apply${chosen} -WhatIf`,
      `${script} -Apply${chosen}`,
      `${script} -Verify${chosen}`,
    ]),
    prose`\`-ExecutionPolicy\` holds for that one process and changes no setting. A Group Policy that forbids scripts is stronger: \`Get-ExecutionPolicy -List\`
shows it, as \`MachinePolicy\` or \`UserPolicy\`.`,
    prose`Without \`-Step\` it is about all of its steps; several have commas between them. What is as planned already is left alone, and what is in the way stops everything
before anything was changed. **Run it again after a failure**: it goes on from there. What does not come back within \`-TimeoutSeconds\`
(600; a role or a cluster within six times that) ends the run with 1, and the next one looks at what came of it. Before an address is set it asks who else has it, by a ping and among the neighbours. It ends with 0 where all is as planned, 2 where something differs or is still to
be done, 1 for an error, and 3 where it refused and changed nothing.`,
    prose`What it did is written down in ${code(`%ProgramData%\\Labworks\\labworks-${labwork}-NAME`)} on the host, for administrators only.`,
    prose`**To go back**, \`-Undo\` takes back what this labwork made on this machine, the last first, and nothing that was there before or has changed since. An address that somebody has set on
what goes would be lost with it, and stops it:`,
    codeBlock([`${script} -Undo${chosen}`]),
    ...(movesAddresses ? moving(script, chosen) : []),
    ...repairing(script, repairs),
    prose`Keep a console that does not depend on the network you are changing: a team or a switch takes its adapters off the network while it is made. Over such an
adapter it refuses to run, unless you say \`-AllowDisconnect\`.`,
  ];
}

/** Where the address by which one manages is on an adapter that is taken. */
function moving(script: string, chosen: string): Markdown[] {
  return [
    prose`**An address of the host** on an adapter that goes into a team or beneath a virtual switch is in the way, since the adapter loses it. With \`-MoveAddress\` it goes along, with its
gateway and name servers, to what takes the adapter's place. Before the first change a scheduled task is set, which takes back all that is made from there on, the address too,
15 minutes after the run has ended (\`-RevertMinutes\`), and tries again every five minutes while it cannot. Come in again over the network, in a new session, see that all is well, and say \`-Keep\`: then
the task is gone. Who is connected over that adapter says \`-AllowDisconnect\` as well. An address of IPv6 does not go along, and is in the way.`,
    codeBlock([`${script} -Apply${chosen} -MoveAddress`, `${script} -Keep`]),
  ];
}

/** What those do who ran an older release. */
function repairing(script: string, versions: readonly string[]): Markdown[] {
  const last = versions.at(-1);
  if (last === undefined) return [];
  return [
    prose`**After an older release**, here ${versions.join(', ')}, \`-Repair -From\` and its version lead from what that release left to what this one makes. It prints first what is
to go because that release made it otherwise, with what stands on it, and what is made or changed. Only what is still as that release left it goes: what has changed since is in the way
and stops it with 3, and so do virtual machines at a switch that is to go. Do it where the host is to be like this release, and when the network may be away:`,
    codeBlock([`${script} -Repair -From ${last} -WhatIf`, `${script} -Repair -From ${last}`]),
  ];
}
