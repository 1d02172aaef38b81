package app.respite.main.packaging;

import app.respite.main.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The script that starts the program in the role which the first word of a call means. It runs
 * hundreds of times a day, so it starts nothing on its way but Java.
 */
final class StartScript {
  /** Options that stand before a command and have a value of their own. */
  private static final List<String> WITH_VALUE = List.of("--home", "--page");

  private StartScript() {}

  /**
   * For a POSIX shell.
   *
   * @param folder the jar's folder, as seen from the script's own or absolute; tried second
   * @param java the java command, likewise
   */
  static String posix(String folder, String java) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "#!/bin/sh",
            "# Starts Respite with the Java flags and the start-up cache of the role that the call"
                + " means.",
            "# Made by mvn package from app.respite.main.Role; change those there.",
            "case $0 in",
            "  /*) here=${0%/*} ;;",
            "  */*) here=$PWD/${0%/*} ;;",
            "  *) here=$PWD ;;",
            "esac",
            "app=" + placed(folder) + " java=" + placed(java),
            "[ ! -f \"$here/respite.jar\" ] || app=$here",
            "",
            "# Not where it was built for: behind a link, or with another Java than then.",
            "if [ ! -f \"$app/respite.jar\" ]; then",
            "  here=$(readlink -f \"$0\") && here=${here%/*} && app=" + placed(folder),
            "  [ ! -f \"$here/respite.jar\" ] || app=$here",
            "  java=" + placed(java),
            "fi",
            "if [ ! -x \"$java\" ]; then",
            "  for home in \"$JAVA_HOME\" /usr/lib/jvm/* /opt/*jdk* /opt/java/* \\",
            "    \"$HOME\"/.sdkman/candidates/java/* \"$HOME\"/.jdks/* \\",
            "    /Library/Java/JavaVirtualMachines/*/Contents/Home; do",
            "    [ -x \"$home/bin/java\" ] && [ -f \"$home/release\" ] || continue",
            "    release=$(sed -n 's/^JAVA_VERSION=\"\\([0-9]*\\).*/\\1/p' \"$home/release\")",
            "    if [ \"${release:-0}\" -ge 25 ]; then java=$home/bin/java && break; fi",
            "  done",
            "fi",
            "if [ ! -f \"$app/respite.jar\" ]; then",
            "  echo \"respite: there is no respite.jar in $app; run mvn package\" >&2",
            "  exit 2",
            "fi",
            "if [ ! -x \"$java\" ]; then",
            "  echo 'respite: no Java 25 or newer found; install a JDK 25 or set JAVA_HOME to one'"
                + " >&2",
            "  exit 2",
            "fi",
            "",
            "# In the plain C locale Java can neither read a word beyond ASCII nor name such a"
                + " file. A locale",
            "# that is not installed is the plain one too; that is asked only where it matters.",
            "plain=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}",
            "case $plain in",
            "  C | POSIX | C.UTF-8 | C.utf8) ;;",
            "  *)",
            "    case \"$*$RESPITE_HOME$HOME$PWD$app\" in",
            "      *[!\\ -~]*) plain=$(locale charmap 2>/dev/null) ;;",
            "    esac",
            "    ;;",
            "esac",
            "case $plain in",
            "  C | POSIX | ANSI_X3.4-1968) export RESPITE_TERMINAL_LOCALE=C LC_ALL=C.UTF-8 ;;",
            "esac",
            "",
            "role=" + Role.WINDOW.word() + " value=",
            "for word; do",
            "  if [ -n \"$value\" ]; then",
            "    value=",
            "    continue",
            "  fi",
            "  case $word in",
            "    " + String.join(" | ", WITH_VALUE) + ") value=follows && continue ;;",
            "    "
                + WITH_VALUE.stream()
                    .map(option -> option + "=*")
                    .collect(Collectors.joining(" | "))
                + ") continue ;;"));
    roles()
        .forEach(
            role ->
                lines.add(
                    "    "
                        + String.join(" | ", role.commands())
                        + ") role="
                        + role.word()
                        + " ;;"));
    lines.addAll(
        List.of("    *) role=" + Role.COMMAND.word() + " ;;", "  esac", "  break", "done"));
    lines.add("case $role in");
    for (Role role : Role.values()) {
      lines.add("  " + role.word() + ")");
      role.environment()
          .forEach((name, value) -> lines.add("    export " + name + "=" + quoted(value)));
      lines.add(
          "    cache=$app/"
              + role.cache()
              + " && set -- "
              + role.flags().stream().map(StartScript::quoted).collect(Collectors.joining(" "))
              + " -jar \"$app/respite.jar\" \"$@\"");
      lines.add("    ;;");
    }
    lines.addAll(
        List.of(
            "esac",
            "# Java does not notice that the jar is another one than its cache was made of.",
            "[ ! \"$app/respite.jar\" -nt \"$cache\" ] || cache=",
            "exec \"$java\" ${cache:+\"-XX:AOTCache=$cache\"} \"$@\"",
            ""));
    return String.join("\n", lines);
  }

  /**
   * For Windows; not tried there.
   *
   * @param size of the jar in bytes: another one has no cache
   */
  static String windows(Path java, long size) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "@echo off",
            "rem Starts Respite with the Java flags and the start-up cache of the role that the"
                + " call means.",
            "rem Made by mvn package from app.respite.main.Role; change those there.",
            "setlocal",
            "set \"app=%~dp0\"",
            "set \"java=" + java + "\"",
            "if not exist \"%java%\" if defined JAVA_HOME set \"java=%JAVA_HOME%\\bin\\java.exe\"",
            "if not exist \"%java%\" set \"java=java\"",
            "set \"word=%~1\"",
            "if /i \"%word%\"==\"--home\" set \"word=%~3\"",
            "set \"role=" + Role.COMMAND.word() + "\"",
            "if \"%word%\"==\"\" set \"role=" + Role.WINDOW.word() + "\"",
            "if \"%word%\"==\"--page\" set \"role=" + Role.WINDOW.word() + "\""));
    roles()
        .forEach(
            role ->
                lines.add(
                    "for %%w in ("
                        + String.join(" ", role.commands())
                        + ") do if \"%word%\"==\"%%w\" set \"role="
                        + role.word()
                        + "\""));
    for (Role role : Role.values()) {
      lines.add(
          "if \"%role%\"==\""
              + role.word()
              + "\" set flags="
              + role.flags().stream()
                  .map(flag -> flag.contains("*") ? "\"" + flag + "\"" : flag)
                  .collect(Collectors.joining(" ")));
    }
    lines.addAll(
        List.of(
            "set \"cache=-XX:AOTCache=\"%app%caches\\%role%.aot\"\"",
            "for %%f in (\"%app%respite.jar\") do if not %%~zf==" + size + " set \"cache=\"",
            "\"%java%\" %cache% %flags% -jar \"%app%respite.jar\"" + " %*",
            "exit /b %errorlevel%",
            ""));
    return String.join("\r\n", lines);
  }

  private static List<Role> roles() {
    return Arrays.stream(Role.values()).filter(role -> !role.commands().isEmpty()).toList();
  }

  /** An absolute path as it is, another one from where the script is. */
  private static String placed(String path) {
    return path.startsWith("/") ? quoted(path) : "\"$here\"/" + quoted(path);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
