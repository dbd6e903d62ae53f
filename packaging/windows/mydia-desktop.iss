; NOT BUILT HERE. Written by the manual of Inno Setup 6 and never tried; whoever builds it first may find mistakes.
;
; On Windows, in PowerShell, after docs/other-systems.md:
;     .venv\Scripts\pyinstaller --noconfirm --distpath build\bundle --workpath build\pyinstaller packaging\mydia-desktop.spec
;     iscc /DVersion=0.1.0 packaging\windows\mydia-desktop.iss
; with the version that mydia_desktop\__init__.py names.

#ifndef Version
  #error Say which version: /DVersion=...
#endif
#define Bundle "..\..\build\bundle\mydia-desktop"

[Setup]
AppId={{5B0C7F0E-6A3B-4C0D-9B51-6C1F7E0E2D5A}
AppName=Mydia Desktop
AppVersion={#Version}
AppPublisher=The Mydia Desktop developers
DefaultDirName={autopf}\Mydia Desktop
DefaultGroupName=Mydia Desktop
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=mydia-desktop-{#Version}-setup
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes
UninstallDisplayIcon={app}\mydia-desktop.exe
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "magnet"; Description: "Open magnet links and .torrent and .nzb files with Mydia Desktop"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Mydia Desktop"; Filename: "{app}\mydia-desktop.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\MydiaDesktop.Magnet"; ValueType: string; ValueData: "URL:Magnet link"; Flags: uninsdeletekey; Tasks: magnet
Root: HKA; Subkey: "Software\Classes\MydiaDesktop.Magnet"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""; Tasks: magnet
Root: HKA; Subkey: "Software\Classes\MydiaDesktop.Magnet\shell\open\command"; ValueType: string; ValueData: """{app}\mydia-desktop.exe"" ""%1"""; Tasks: magnet
Root: HKA; Subkey: "Software\Classes\MydiaDesktop.File"; ValueType: string; ValueData: "Download"; Flags: uninsdeletekey; Tasks: magnet
Root: HKA; Subkey: "Software\Classes\MydiaDesktop.File\DefaultIcon"; ValueType: string; ValueData: "{app}\mydia-desktop.exe,0"; Tasks: magnet
Root: HKA; Subkey: "Software\Classes\MydiaDesktop.File\shell\open\command"; ValueType: string; ValueData: """{app}\mydia-desktop.exe"" ""%1"""; Tasks: magnet
Root: HKA; Subkey: "Software\Classes\.torrent\OpenWithProgids"; ValueType: string; ValueName: "MydiaDesktop.File"; ValueData: ""; Flags: uninsdeletevalue; Tasks: magnet
Root: HKA; Subkey: "Software\Classes\.nzb\OpenWithProgids"; ValueType: string; ValueName: "MydiaDesktop.File"; ValueData: ""; Flags: uninsdeletevalue; Tasks: magnet
; Windows lets the person choose who opens what: these name us among those that can.
Root: HKA; Subkey: "Software\MydiaDesktop\Capabilities"; ValueType: string; ValueName: "ApplicationName"; ValueData: "Mydia Desktop"; Flags: uninsdeletekey; Tasks: magnet
Root: HKA; Subkey: "Software\MydiaDesktop\Capabilities\UrlAssociations"; ValueType: string; ValueName: "magnet"; ValueData: "MydiaDesktop.Magnet"; Tasks: magnet
Root: HKA; Subkey: "Software\MydiaDesktop\Capabilities\FileAssociations"; ValueType: string; ValueName: ".torrent"; ValueData: "MydiaDesktop.File"; Tasks: magnet
Root: HKA; Subkey: "Software\MydiaDesktop\Capabilities\FileAssociations"; ValueType: string; ValueName: ".nzb"; ValueData: "MydiaDesktop.File"; Tasks: magnet
Root: HKA; Subkey: "Software\RegisteredApplications"; ValueType: string; ValueName: "Mydia Desktop"; ValueData: "Software\MydiaDesktop\Capabilities"; Flags: uninsdeletevalue; Tasks: magnet

[Run]
Filename: "{app}\mydia-desktop.exe"; Description: "{cm:LaunchProgram,Mydia Desktop}"; Flags: nowait postinstall skipifsilent
