; Contacts, campaigns and ledgers stay when Loa is removed, unless somebody says so. An update uninstalls, too: it asks
; nothing. Neither does a silent uninstall, which keeps the data (/SD IDNO).
!macro customUnInstall
  ${ifNot} ${isUpdated}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Also delete your contacts, campaigns and reports of past runs? They cannot be brought back." /SD IDNO IDNO keepData
      SetShellVarContext current
      RMDir /r "$APPDATA\Loa"
      RMDir /r "$APPDATA\loa-machine"
    keepData:
  ${endIf}
!macroend
