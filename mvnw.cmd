<# : this part is for cmd; PowerShell reads it as a comment
@echo off
rem Runs Maven: an installed one from 3.8 on, otherwise the one pinned in .mvn\wrapper\maven-wrapper.properties,
rem fetched once from Apache's archive, or from the Maven repository that MVNW_REPOURL names, and kept in ~\.m2\wrapper.
setlocal
set "MVNW_FILE=%~f0"
set "MVNW_HOME=%~dp0"
set "MVNW_MAVEN="
rem Windows PowerShell does not find its own modules when PowerShell 7 hands down its path.
set "PSModulePath="
for /f "usebackq delims=" %%m in (`powershell -NoProfile -Command "& ([ScriptBlock]::Create([IO.File]::ReadAllText($env:MVNW_FILE)))"`) do set "MVNW_MAVEN=%%m"
if not defined MVNW_MAVEN exit /b 1
call "%MVNW_MAVEN%" %*
exit /b %ERRORLEVEL%
#>
$installed = Get-Command mvn.cmd -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if ($installed -and "$(& $installed.Source --version)" -match 'Apache Maven (\d+)\.(\d+)') {
  if ([int]$Matches[1] * 1000 + [int]$Matches[2] -ge 3008) { return $installed.Source }
}

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
try {
  $java = if ($env:JAVA_HOME) { Test-Path "$env:JAVA_HOME\bin\java.exe" } else { Get-Command java.exe -ErrorAction SilentlyContinue }
  if (-not $java) { throw 'no Java found: install JDK 25 and set JAVA_HOME to its folder.' }

  $pin = ConvertFrom-StringData ([IO.File]::ReadAllText("$env:MVNW_HOME.mvn\wrapper\maven-wrapper.properties"))
  $archive = $pin.distributionUrl -replace '^.*/'
  $name = $archive -replace '-bin\.tar\.gz$'
  $version = $name -replace '^apache-maven-'
  $wrapper = if ($env:MAVEN_USER_HOME) { "$env:MAVEN_USER_HOME\wrapper" } else { "$HOME\.m2\wrapper" }
  $maven = "$wrapper\$name\bin\mvn.cmd"

  if (-not (Test-Path $maven)) {
    $url = $pin.distributionUrl
    if ($env:MVNW_REPOURL) { $url = "$($env:MVNW_REPOURL.TrimEnd('/'))/org/apache/maven/apache-maven/$version/$archive" }
    $work = "$wrapper\fetch.$PID"
    New-Item -ItemType Directory -Force $work | Out-Null
    try {
      [Console]::Error.WriteLine("mvnw: fetching Maven $version from $url")
      [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
      Invoke-WebRequest -UseBasicParsing $url -OutFile "$work\$archive"
      if ((Get-FileHash -Algorithm SHA512 "$work\$archive").Hash -ne $pin.distributionSha512Sum) {
        throw "what $url gave does not have the pinned SHA-512; nothing was installed."
      }
      & "$env:SystemRoot\System32\tar.exe" -xzf "$work\$archive" -C $work
      # One rename, so that a Maven is there whole or not at all; whoever comes second keeps the first one's.
      try { [IO.Directory]::Move("$work\$name", "$wrapper\$name") } catch { if (-not (Test-Path $maven)) { throw } }
    } finally {
      Remove-Item -Recurse -Force $work
    }
  }
  $maven
} catch {
  [Console]::Error.WriteLine("mvnw: $_")
  exit 1
}
