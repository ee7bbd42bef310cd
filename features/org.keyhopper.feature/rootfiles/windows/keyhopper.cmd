@echo off
rem Starts Keyhopper: the desktop without arguments or with a keyhopper:// address, the command line with anything else.
rem Nothing is written beside this file; what is remembered between starts goes to the home.
setlocal
rem Programs are looked for in Windows and on the PATH, never in the folder that somebody happens to be in.
set "NoDefaultCurrentDirectoryInExePath=1"
set "here=%~dp0"
set "here=%here:~0,-1%"
if defined KEYHOPPER_HOME (set "home=%KEYHOPPER_HOME%") else (set "home=%USERPROFILE%\.keyhopper")
rem With all rights, nothing may be loaded from a folder that somebody else can change.
set "protected="
call :protect %*
if defined protected set "KEYHOPPER_HOME=%ProgramFiles%\Keyhopper helper\home"
if defined protected set "home=%ProgramFiles%\Keyhopper helper\home"
rem Options of the JVM and another Java could evade the policy of this computer.
if exist "%ProgramData%\Keyhopper\policy.json" for %%v in (KEYHOPPER_JAVA_OPTIONS KEYHOPPER_JAVA JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS) do set "%%v="

set "java="
call :try "%here%\jre\bin\java.exe"
if defined KEYHOPPER_JAVA call :try "%KEYHOPPER_JAVA%"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
set "folders=%PATH:"=%"
for %%p in ("%folders:;=" "%") do if exist "%%~p\java.exe" if not "%%~p"=="" call :try "%%~p\java.exe"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do call :try "%%d\bin\java.exe"
if not defined java (
  echo Keyhopper needs Java 21 or later and found none. Install it, or name its java.exe in KEYHOPPER_JAVA. 1>&2
  exit /b 2
)
set "launcher="
for /f "delims=" %%l in ('dir /b "%here%\plugins\org.eclipse.equinox.launcher_*.jar" 2^>nul') do set "launcher=%here%\plugins\%%l"
if not defined launcher (
  echo Keyhopper is not complete: the plugins folder is missing beside keyhopper.cmd. 1>&2
  exit /b 2
)

set "area=%here:\=_%"
set "area=%home%\.eclipse\%area::=%"
set "installed=%here%\configuration\org.eclipse.equinox.simpleconfigurator\bundles.info"
set "kept=%here%\p2\org.keyhopper.update"
rem An update that ended while it wrote what a start reads may have left nothing of it, and what it was before beside.
if exist "%kept%\before" for %%f in ("%installed%" "%here%\configuration\config.ini") do if %%~zf equ 0 copy /y "%kept%\%%~nxf" "%%~f" >nul
set "clean="
fc /b "%installed%" "%area%\installed" >nul 2>nul
if errorlevel 1 (
  if not exist "%area%" mkdir "%area%" 2>nul
  copy /y "%installed%" "%area%\installed" >nul 2>nul
  set "clean=-clean"
)
if not exist "%area%\installed" (
  echo Keyhopper cannot write to its home. Set KEYHOPPER_HOME to a folder that it may use. 1>&2
  exit /b 2
)

set "first=%~1"
set "workspace=desktop"
rem With its quick compiler alone, Java opens the window earlier, and people are provisioned no slower: devices are what they wait for.
set "options=-Xlog:disable -Xlog:all=warning:stderr -XX:+UseSerialGC -Xmn12m -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED -Dds.cache.metadata=true -Dosgi.bundlefile.limit=0 %KEYHOPPER_JAVA_OPTIONS%"
if not defined first goto link
if /i "%first:~0,10%"=="keyhopper:" goto link
if not "%first%"=="rehearse" goto line
set "workspace=rehearsal"
echo %* | findstr /c:"--headless" /c:"--json" /c:"--help" /c:" -h" >nul
if errorlevel 1 goto desktop
goto line

:link
if [%2]==[] goto desktop
rem To cmd, an address with = or ; in it is two words: only a blank says that something is beside it.
set words=%*
call :beside || goto desktop
:line
rem What follows each start stands on its line: an update may have exchanged this file meanwhile, and cmd reads on in the new one.
"%java%" %options% -Dosgi.startLevel=4 -Djava.awt.headless=true -jar "%launcher%" -configuration "%area%\configuration" %clean% -application org.keyhopper.host.application -data @none %* & goto :eof

:desktop
"%java%" %options% -jar "%launcher%" -configuration "%area%\configuration" %clean% -product org.keyhopper.app.product -data "%home%\.eclipse\%workspace%" %* & goto :eof

:protect
if [%1]==[] exit /b 0
if "%~1"=="helper" set "protected=yes"
rem Only who has all rights may list the drivers of file systems.
if "%~1"=="update" "%SystemRoot%\System32\fltmc.exe" >nul 2>nul && set "protected=yes"
shift
goto protect

:beside
setlocal enabledelayedexpansion
if "!words: =!"=="!words!" exit /b 1
exit /b 0

:try
if defined java exit /b 0
if not exist "%~1" exit /b 0
rem The JDK's own note is read where there is one. Else it is asked, in a command that has no quotes but those of the path: with others, cmd
rem would take away the first and the last.
set "version="
if exist "%~dp1..\release" for /f "usebackq tokens=1,2 delims==" %%k in ("%~dp1..\release") do if "%%k"=="JAVA_VERSION" set "version=%%~l"
if not defined version for /f "tokens=3" %%v in ('"%~1" -version 2^>^&1 ^| findstr version') do if not defined version set "version=%%~v"
if not defined version exit /b 0
for /f "delims=.-+ tokens=1" %%m in ("%version%") do if %%m geq 21 set "java=%~1"
exit /b 0
