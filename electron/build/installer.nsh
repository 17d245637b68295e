; Adds Dateline to Windows' "Open with" lists. It does not make itself the default program of any kind of file.

!macro datelineOpenWith EXT
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Dateline.Article"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".${EXT}" ""
!macroend

!macro datelineForget EXT
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Dateline.Article"
!macroend

!macro datelineEachKind ACTION
  !insertmacro ${ACTION} "html"
  !insertmacro ${ACTION} "htm"
  !insertmacro ${ACTION} "xhtml"
  !insertmacro ${ACTION} "mhtml"
  !insertmacro ${ACTION} "mht"
  !insertmacro ${ACTION} "txt"
  !insertmacro ${ACTION} "text"
  !insertmacro ${ACTION} "md"
  !insertmacro ${ACTION} "markdown"
  !insertmacro ${ACTION} "epub"
  !insertmacro ${ACTION} "pdf"
  !insertmacro ${ACTION} "docx"
  !insertmacro ${ACTION} "odt"
  !insertmacro ${ACTION} "fodt"
  !insertmacro ${ACTION} "ott"
  !insertmacro ${ACTION} "rtf"
  !insertmacro ${ACTION} "fb2"
  !insertmacro ${ACTION} "fbz"
  !insertmacro ${ACTION} "eml"
  !insertmacro ${ACTION} "mbox"
  !insertmacro ${ACTION} "webarchive"
  !insertmacro ${ACTION} "warc"
  !insertmacro ${ACTION} "wacz"
  !insertmacro ${ACTION} "rss"
  !insertmacro ${ACTION} "atom"
  !insertmacro ${ACTION} "nxml"
  !insertmacro ${ACTION} "jats"
  !insertmacro ${ACTION} "nitf"
  !insertmacro ${ACTION} "ipynb"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dateline.Article" "" "Saved article"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dateline.Article\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Dateline.Article\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro datelineEachKind datelineOpenWith
  System::Call 'shell32::SHChangeNotify(i, i, i, i) v (0x08000000, 0, 0, 0)'
!macroend

!macro customUnInstall
  !insertmacro datelineEachKind datelineForget
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Dateline.Article"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
  System::Call 'shell32::SHChangeNotify(i, i, i, i) v (0x08000000, 0, 0, 0)'
!macroend
