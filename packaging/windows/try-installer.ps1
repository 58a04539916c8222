# SPDX-License-Identifier: GPL-3.0-or-later
# Installs in silence, makes a ledger, installs again over it, uninstalls; the ledger must be as it was.
# usage: try-installer.ps1 SETUP.exe
param([Parameter(Mandatory)] [string] $Setup)
$ErrorActionPreference = 'Stop'

function Assert ($Condition, $What) { if (-not $Condition) { throw $What } ; "ok: $What" }
function Install { $done = Start-Process $Setup '/S' -Wait -PassThru; Assert ($done.ExitCode -eq 0) 'the installer ends with 0' }

$place = Join-Path $env:LOCALAPPDATA 'Programs\Yardstick'
$ctl = Join-Path $place 'bin\yardstickctl.exe'
$ledger = Join-Path $env:TEMP '台账'

Install
Assert (Test-Path $ctl) 'the programs are installed'
Assert ((Get-ItemProperty 'HKCU:\Software\Classes\.yardstick').'(default)' -eq 'Yardstick.Ledger') 'ledgers open with it'
Assert ((Get-Item 'HKCU:\Software\Classes\Directory\shell\Yardstick\command').GetValue('') -eq "`"$place\bin\yardstick.exe`" `"%1`"") 'from the menu of a folder too'
& $ctl ledger init $ledger --office 山城街道物管科 --level subdistrict --user 示例甲
Assert ($LASTEXITCODE -eq 0) 'a ledger is made'
$before = (Get-FileHash "$ledger\ledger.yardstick").Hash

Install
Assert ((Get-FileHash "$ledger\ledger.yardstick").Hash -eq $before) 'the ledger outlives an upgrade'
& $ctl --ledger $ledger ledger verify
Assert ($LASTEXITCODE -eq 0) 'and is whole'

Start-Process "$place\uninstall.exe" '/S' -Wait
# The uninstaller goes on from a copy of itself.
for ($i = 0; $i -lt 60 -and (Test-Path $place); $i++) { Start-Sleep -Milliseconds 500 }
Assert (-not (Test-Path $place)) 'nothing of the program is left'
Assert (-not (Test-Path 'HKCU:\Software\Classes\Yardstick.Ledger')) 'nor of its registration'
Assert (-not (Test-Path 'HKCU:\Software\Classes\Directory\shell\Yardstick')) 'nor of the menu of folders'
Assert ((Get-FileHash "$ledger\ledger.yardstick").Hash -eq $before) 'the ledger outlives the uninstaller'
