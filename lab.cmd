@echo off
rem Starts Spotlight: builds the launcher when its sources changed, then hands over to it. See lab --help
setlocal
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "OUT=%ROOT%\notebooks\kit\target\lab"
set "JDK_FIX=winget install EclipseAdoptium.Temurin.21.JDK, then open a new window"

set "JAVA=java"
if defined JAVA_HOME (
  if not exist "%JAVA_HOME%\bin\java.exe" (
    call :fail "JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it; unset it or let it name a JDK 17 or newer" "%JDK_FIX%"
    exit /b 1
  )
)
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME (
  where /q java.exe
  if errorlevel 1 (
    call :fail "no Java on PATH; Spotlight needs a JDK 17 or newer" "%JDK_FIX%"
    exit /b 1
  )
)

call :changed
if errorlevel 1 (
  call :build
  if errorlevel 1 exit /b 1
)
rem not set /p, which reads no more than 1023 characters
for /f "usebackq delims=" %%c in ("%OUT%\classpath") do set "CLASSPATH_OF_KIT=%%c"
set "SPOTLIGHT_HOME=%ROOT%"
set "CLASSPATH=%ROOT%\notebooks\kit\target\classes;%CLASSPATH_OF_KIT%"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dsun.misc.unsafe.memory.access=allow spotlight.lab.Lab %*
exit /b %errorlevel%

rem Ends with 1 if anything the launcher is built from is newer than the last build, or the folder has moved.
:changed
if not exist "%OUT%\built" exit /b 1
if not exist "%OUT%\classpath" exit /b 1
if not exist "%ROOT%\lib\target\classes" exit /b 1
if not exist "%ROOT%\exercises\grader\target\classes" exit /b 1
if not exist "%ROOT%\notebooks\kit\target\classes" exit /b 1
set /p BUILT_FOR=<"%OUT%\built"
if not "%BUILT_FOR%"=="%JAVA% %ROOT%" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath ($env:OUT + '\built')).LastWriteTimeUtc; $sources = 'pom.xml', 'lib\pom.xml', 'lib\src\main', 'exercises\grader\pom.xml', 'exercises\grader\src\main', 'notebooks\kit\pom.xml', 'notebooks\kit\src\main' | ForEach-Object { Get-Item -LiteralPath ($env:ROOT + '\' + $_); Get-ChildItem -Recurse -LiteralPath ($env:ROOT + '\' + $_) }; if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built }) { exit 1 }"
exit /b %errorlevel%

:build
"%JAVA%" -XshowSettings:properties -version 2>&1 | findstr /r /c:"java.specification.version = 1\.[0-9]" /c:"java.specification.version = 9$" /c:"java.specification.version = 1[0-6]$" >nul
if not errorlevel 1 (
  call :fail "this Java is too old; Spotlight needs a JDK 17 or newer" "%JDK_FIX%"
  exit /b 1
)
"%JAVA%" --list-modules 2>nul | findstr /b "jdk.compiler@" >nul
if errorlevel 1 (
  call :fail "this is a Java runtime without a compiler (a JRE); Spotlight needs a JDK 17 or newer" "%JDK_FIX%"
  exit /b 1
)
where /q mvn
if errorlevel 1 (
  call :fail "Maven (mvn) is not on PATH; Spotlight needs Maven 3.8 or newer to build itself" "unpack the zip of https://maven.apache.org/download.cgi and put its bin folder on PATH"
  exit /b 1
)
if not exist "%OUT%" mkdir "%OUT%" 2>nul
>"%OUT%\built.new" 2>nul echo %JAVA% %ROOT%
if not exist "%OUT%\built.new" (
  call :fail "cannot write in %ROOT%" "copy the course to a folder of your own and start it there"
  exit /b 1
)
>&2 echo Building Spotlight (the first time Maven also downloads what it needs, about a minute) ...
call mvn -q -B -Dstyle.color=never -f "%ROOT%\pom.xml" -pl notebooks/kit -am -DskipTests -Dformatter.skip process-classes >"%OUT%\build.log" 2>&1
if not errorlevel 1 (
  move /y "%OUT%\built.new" "%OUT%\built" >nul
  exit /b 0
)
findstr /b "[ERROR]" "%OUT%\build.log" >&2
findstr /c:"Could not transfer" /c:"Unknown host" /c:"in offline mode" /c:"Connection refused" "%OUT%\build.log" >nul
if errorlevel 1 (
  call :fail "the build failed, see %OUT%\build.log" "undo the change named above (git status shows what changed), or start with a fresh clone"
) else (
  call :fail "Maven could not download what the build needs" "connect to the internet (or set up your proxy in .m2\settings.xml) and start lab again; this is needed once"
)
exit /b 1

:fail
>&2 echo lab: %~1
>&2 echo   fix: %~2
exit /b 1
