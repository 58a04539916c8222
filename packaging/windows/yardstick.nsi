; SPDX-License-Identifier: GPL-3.0-or-later
; The installer: for one user, without an administrator. It removes only what it installed, by a list, so
; that a ledger is never touched, wherever it lies.
; Defines: VERSION, SOURCE (the bundle), OUTPUT, ICON, LISTS (folder of the lists made by "pack")
Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 32
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!define PROGRAM "Yardstick"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define KIND "Yardstick.Ledger"
!define FOLDER "Software\Classes\Directory\shell\${PROGRAM}"

Name "$(name)"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${PROGRAM}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "Yardstick ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Yardstick"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Yardstick"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\bin\yardstick.exe"
!define MUI_LANGDLL_ALLLANGUAGES
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString name ${LANG_SIMPCHINESE} "小区考评台账"
LangString name ${LANG_ENGLISH} "Yardstick"
LangString kind ${LANG_SIMPCHINESE} "考评台账"
LangString kind ${LANG_ENGLISH} "Yardstick ledger"
LangString open_folder ${LANG_SIMPCHINESE} "用小区考评台账打开"
LangString open_folder ${LANG_ENGLISH} "Open with Yardstick"
LangString running ${LANG_SIMPCHINESE} "小区考评台账正在运行，或其文件被其他程序占用。请关闭后重试。"
LangString running ${LANG_ENGLISH} "Yardstick is running, or another program holds its files. Close it and try again."

; A file that cannot be opened for writing is in use.
!macro CLOSED_OR_QUIT
  ${If} ${FileExists} "$INSTDIR\bin\yardstick.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\bin\yardstick.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(running)" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  System::Call 'kernel32::GetUserDefaultUILanguage() i .r0'
  IntOp $0 $0 & 0x3ff
  ${If} $0 == 4
    StrCpy $LANGUAGE ${LANG_SIMPCHINESE}
  ${Else}
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
FunctionEnd

Function un.onInit
  System::Call 'kernel32::GetUserDefaultUILanguage() i .r0'
  IntOp $0 $0 & 0x3ff
  ${If} $0 == 4
    StrCpy $LANGUAGE ${LANG_SIMPCHINESE}
  ${Else}
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
FunctionEnd

Section
  !insertmacro CLOSED_OR_QUIT
  ; An older version goes by its own list: what it had and this one has not would stay.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$INSTDIR\bin"
  CreateShortcut "$SMPROGRAMS\$(name).lnk" "$INSTDIR\bin\yardstick.exe" "" "$INSTDIR\bin\yardstick.exe" 0

  WriteRegStr HKCU "Software\Classes\.yardstick" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(kind)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" '"$INSTDIR\bin\yardstick.exe",0'
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\bin\yardstick.exe" "%1"'
  ; A ledger is a folder: it opens from the folder's own menu too.
  WriteRegStr HKCU "${FOLDER}" "" "$(open_folder)"
  WriteRegStr HKCU "${FOLDER}" "Icon" '"$INSTDIR\bin\yardstick.exe",0'
  WriteRegStr HKCU "${FOLDER}\command" "" '"$INSTDIR\bin\yardstick.exe" "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "$(name)"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" '"$INSTDIR\bin\yardstick.exe",0'
  WriteRegStr HKCU "${KEY}" "Publisher" "Yardstick"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro CLOSED_OR_QUIT
  !include "${LISTS}/uninstall.nsh"
  Delete "$INSTDIR\uninstall.exe"
  ; Only when it is empty.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\小区考评台账.lnk"
  Delete "$SMPROGRAMS\Yardstick.lnk"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  ReadRegStr $0 HKCU "Software\Classes\.yardstick" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey HKCU "Software\Classes\.yardstick"
  ${EndIf}
  DeleteRegKey HKCU "${FOLDER}"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
