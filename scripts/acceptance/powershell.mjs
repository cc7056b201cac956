// @ts-check

/** Fixed texts: nothing of the outside is ever put into one. */
const UTF8 = "$ErrorActionPreference='SilentlyContinue';[Console]::OutputEncoding=[Text.Encoding]::UTF8;";

const HOST = `${UTF8}
$version = Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
$me = [Security.Principal.WindowsIdentity]::GetCurrent()
$roles = New-Object Security.Principal.WindowsPrincipal $me
[pscustomobject]@{
  build = [int]$version.CurrentBuildNumber
  revision = [int]$version.UBR
  product = $version.ProductName
  elevated = $roles.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
  hyperVAdministrator = $roles.IsInRole([Security.Principal.SecurityIdentifier]'S-1-5-32-578')
  hypervisor = [bool](Get-CimInstance Win32_ComputerSystem).HypervisorPresent
  bootedAt = [DateTimeOffset]::new((Get-CimInstance Win32_OperatingSystem).LastBootUpTime).ToUnixTimeMilliseconds()
  services = @(Get-Service vmcompute, hns, vmms, docker, containerd | ForEach-Object { "$($_.Name) $($_.Status)" })
  libraries = @(Get-Item "$env:windir\\System32\\computecore.dll", "$env:windir\\System32\\vmcompute.dll" |
    ForEach-Object { "$($_.Name) $($_.VersionInfo.ProductVersion)" })
} | ConvertTo-Json -Compress`;

const PROCESSES = `${UTF8}
ConvertTo-Json -Compress @(Get-Process | ForEach-Object { [pscustomobject]@{
  pid = $_.Id
  name = $_.ProcessName
  start = $(if ($_.StartTime) { [string]$_.StartTime.ToFileTimeUtc() })
  handles = $_.HandleCount
  nonPagedBytes = $_.NonpagedSystemMemorySize64
  pagedBytes = $_.PagedMemorySize64
  rssBytes = $_.WorkingSet64
  virtualBytes = $_.VirtualMemorySize64
  sessionId = $_.SessionId
} })`;

const WORKERS = `${UTF8}
ConvertTo-Json -Compress @(Get-CimInstance Win32_Process -Filter "Name='vmwp.exe' OR Name LIKE 'vmmem%'" | ForEach-Object {
  $owner = Invoke-CimMethod -InputObject $_ -MethodName GetOwner
  [pscustomobject]@{ pid = $_.ProcessId; name = $_.Name; commandLine = $_.CommandLine; domain = $owner.Domain; user = $owner.User }
})`;

const SYSTEMS = `${UTF8}
ConvertTo-Json -Compress @(
  Get-ChildItem 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\HostComputeService\\VolatileStore\\ComputeSystem' |
    ForEach-Object { $_.PSChildName })`;

/** What the host is asked, by Windows' own PowerShell. */
export const QUESTIONS = { host: HOST, processes: PROCESSES, workers: WORKERS, systems: SYSTEMS };

/**
 * @param {import("./runner.mjs").Run} run
 * @param {keyof typeof QUESTIONS} question
 * @returns {Promise<unknown>} what it answered; null when it did not answer with JSON
 */
export async function askPowershell(run, question) {
  const args = ["-NoProfile", "-NonInteractive", "-Command", QUESTIONS[question]];
  return parseJson((await run("powershell.exe", args)).stdout);
}

/** @param {string} text @returns {unknown} null when it is none */
export function parseJson(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}
