/**
 * Programs of Windows Server that the facts do not list; in lower case. Sources: Windows Commands A to Z, OpenSSH for Windows, “Tar and
 * Curl Come to Windows”, Windows containers and Hyper-V on Windows, Internet Information Services, Microsoft Learn.
 */
export const morePrograms: readonly string[] = (
  'curl.exe tar ssh scp sftp ssh-add ssh-agent ssh-keygen ssh-keyscan sshd winget wsl dtrace refsutil vmconnect hvc hnsdiag hcsdiag ' +
  'eventvwr iscsicpl control dsregcmd mpcmdrun slui sysprep reagentc fltmc fondue esentutl expand extrac32 rasdial dfsrmig adprep winmgmt ' +
  'cleanmgr usoclient wuauclt winver write powershell_ise appcmd iisreset mdsched dxdiag'
).split(' ');
