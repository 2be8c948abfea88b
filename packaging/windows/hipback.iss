; The installer for Windows, for Inno Setup 6.3 or newer: “python packaging/build.py installer” builds the bundle and then runs
;   iscc /DVersion=0.1.0 packaging\windows\hipback.iss
; It installs for one person and needs no administrator. What a person did and set stays when it is removed.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0
#endif

[Setup]
; This id makes a newer installer replace the older program: it never changes.
AppId={{488A9A7D-5896-45A6-B2F9-3AB71B8FC80A}
AppName=Hipback
AppVersion={#Version}
AppPublisher=Hipback
DefaultDirName={autopf}\Hipback
DefaultGroupName=Hipback
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
; what Qt 6 runs on
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\hipback.ico
UninstallDisplayIcon={app}\hipback.exe
OutputDir=..\..\dist
OutputBaseFilename=Hipback-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
#ifdef Signed
SignTool=hipback
#endif

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; files that a newer bundle no longer has would be loaded all the same
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\hipback\*"; DestDir: "{app}"; Excludes: "hipback-terminal.exe"; Flags: ignoreversion recursesubdirs
; In a terminal “hipback” finds hipback.com before hipback.exe: the same program, which answers there.
Source: "..\..\dist\hipback\hipback-terminal.exe"; DestDir: "{app}"; DestName: "hipback.com"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Hipback"; Filename: "{app}\hipback.exe"
Name: "{autodesktop}\Hipback"; Filename: "{app}\hipback.exe"; Tasks: desktopicon

[Registry]
; found by name from the Run dialog
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\hipback.exe"; ValueType: string; ValueData: "{app}\hipback.exe"; Flags: uninsdeletekey
; hipback://start/ROUTINE
Root: HKA; Subkey: "Software\Classes\hipback"; ValueType: string; ValueData: "URL:Hipback"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\hipback"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\hipback\shell\open\command"; ValueType: string; ValueData: """{app}\hipback.exe"" start -- ""%1"""
; “Start with the computer”, when the person switched it on
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "Hipback"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\hipback.exe"; Description: "{cm:LaunchProgram,Hipback}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; spoken phrases, which can be spoken again; sessions and settings stay
Type: filesandordirs; Name: "{localappdata}\hipback\Cache"
