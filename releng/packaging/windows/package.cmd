@echo off
rem Makes an MSI for Windows with a Java runtime of its own, out of the archive that releng/package made.
rem NEVER RUN on Windows, nor with a jpackage: nobody of us had one. Under Wine it was run as far as that, with stand-ins for the JDK's tools.
rem     releng\packaging\windows\package.cmd keyhopper-VERSION-windows-x86_64.zip
rem Run it on Windows with a JDK 21 or later in JAVA_HOME, and the WiX toolset that its jpackage asks for on the PATH.
setlocal
set "archive=%~f1"
set "work=%TEMP%\keyhopper-package"
if exist "%work%" rmdir /s /q "%work%"
mkdir "%work%\input" || exit /b 1
pushd "%work%" && "%JAVA_HOME%\bin\jar" -x -f "%archive%" || exit /b 1
popd
set "product="
for /f "delims=" %%d in ('dir /b /ad "%work%\keyhopper-*"') do set "product=%work%\%%d"
if not defined product echo There is no keyhopper folder in "%archive%". 1>&2
if not defined product exit /b 1
for /f "tokens=2 delims=-" %%v in ("%~n1") do set "version=%%v"
rem An MSI has three numbers: the fourth, when it was built, is left out.
for /f "tokens=1-3 delims=." %%a in ("%version%") do set "short=%%a.%%b.%%c"
move "%product%" "%work%\product" >nul || exit /b 1
rem By its name: several files are what copy takes for text, which ends where it finds a certain byte.
for /f "delims=" %%l in ('dir /b "%work%\product\plugins\org.eclipse.equinox.launcher_*.jar"') do set "launcher=%work%\product\plugins\%%l"
copy /b "%launcher%" "%work%\input\launcher.jar" >nul || exit /b 1
copy "%~dp0register-link.cmd" "%work%\product\" >nul || exit /b 1
"%JAVA_HOME%\bin\javac" -cp "%work%\input\launcher.jar" -d "%work%\start" "%~dp0Start.java" || exit /b 1
"%JAVA_HOME%\bin\jar" --create --file "%work%\input\start.jar" -C "%work%\start" . || exit /b 1

"%JAVA_HOME%\bin\jpackage" --type msi --name Keyhopper --app-version %short% --dest . ^
  --input "%work%\input" --main-jar start.jar --main-class Start ^
  --add-modules java.se,java.smartcardio,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.net,jdk.unsupported,jdk.xml.dom ^
  --app-content "%work%\product" --win-menu --win-shortcut --win-upgrade-uuid 6a1d7e0b-2f0c-4d8a-9a55-1f6f0f3b7c21 ^
  --java-options -XX:+UseSerialGC --java-options -Xmn12m --java-options -XX:TieredStopAtLevel=1 --java-options --enable-native-access=ALL-UNNAMED ^
  --java-options "-Dosgi.install.area=$ROOTDIR/product" ^
  --java-options "-Dosgi.configuration.area=@user.home/.keyhopper/.eclipse/application/configuration" ^
  --java-options "-Dosgi.instance.area=@user.home/.keyhopper/.eclipse/desktop" ^
  --java-options -Declipse.product=org.keyhopper.app.product
exit /b %errorlevel%
