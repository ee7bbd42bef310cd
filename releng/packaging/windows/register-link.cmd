@echo off
rem Registers keyhopper:// links for everybody on this computer; run it as administrator, from where Keyhopper is installed. NEVER RUN
rem on Windows, only under Wine by releng/try-windows.
rem It names Keyhopper.exe and never keyhopper.cmd: Windows puts the link into a command line, and in that of a .cmd the link could hold
rem commands of its own.
set "program=%~dp0..\Keyhopper.exe"
for %%p in ("%program%") do set "program=%%~fp"
if not exist "%program%" (
  echo There is no Keyhopper.exe beside this folder. 1>&2
  exit /b 1
)
reg add HKLM\Software\Classes\keyhopper /ve /d "URL:Keyhopper request" /f || exit /b 1
reg add HKLM\Software\Classes\keyhopper /v "URL Protocol" /d "" /f || exit /b 1
reg add HKLM\Software\Classes\keyhopper\shell\open\command /ve /d "\"%program%\" \"%%1\"" /f
