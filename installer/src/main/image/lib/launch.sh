# shellcheck shell=sh
# Finds a Java and becomes it: the image's own, where it has one. Set by the script that reads this file: $image (the folder of the image), $main (the class).
#
# TACT_JAVA     the java program to use, nothing else is looked at
# TACT_ARCHIVE  training run: the start-up archive is written there when the program ends
#
# Nothing here writes to standard output: it belongs to the wire.

: "${image:?}" "${main:?}"
least=17

# Sets $version to the feature version of the java program $1, or to nothing when it cannot be told.
java_version() {
    version=
    home=$(dirname -- "$(dirname -- "$(readlink -f -- "$1")")")
    if [ -r "$home/release" ]; then
        while IFS='="' read -r key _ value _; do
            if [ "$key" = JAVA_VERSION ]; then
                version=$value
            fi
        done <"$home/release"
    fi
    if [ -z "$version" ]; then
        # Starts a whole JVM, so only where there is no file that says it.
        version=$("$1" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')
    fi
    version=${version#1.}
    version=${version%%[!0-9]*}
}

# Sets $java and $version to the first Java that is new enough; fails when there is none.
find_java() {
    for java in "${TACT_JAVA:-}" "$image/lib/runtime/bin/java" \
        "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java 2>/dev/null)" /usr/lib/jvm/*/bin/java; do
        if [ -n "${TACT_JAVA:-}" ] && [ "$java" != "$TACT_JAVA" ]; then
            break
        fi
        if [ -n "$java" ] && [ -x "$java" ] && [ ! -d "$java" ]; then
            java_version "$java"
            if [ "${version:-0}" -ge "$least" ]; then
                return 0
            fi
        fi
    done
    return 1
}

case $image in
*:*)
    echo "tact: the folder $image has a colon in its name, which Java cannot handle; move it." >&2
    exit 3
    ;;
esac

if ! find_java; then
    if [ -n "${TACT_JAVA:-}" ]; then
        echo "tact: TACT_JAVA is $TACT_JAVA, which is not a Java of version $least or newer." >&2
    else
        echo "tact: no Java of version $least or newer found: not in JAVA_HOME, PATH or /usr/lib/jvm." >&2
        echo "tact: install one (Debian: apt install openjdk-17-jre-headless) or set TACT_JAVA to its java program." >&2
    fi
    exit 3
fi

class_path=
for jar in "$image"/lib/*.jar; do
    class_path=$class_path${class_path:+:}$jar
done

# Without a UTF-8 locale, Java 17 cannot open files with other letters in their names.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
*[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
*)
    if [ -z "${LC_ALL:-}" ]; then
        export LC_CTYPE=C.UTF-8
    fi
    ;;
esac

# From here on "$@" is the whole command line of java. What the JVM itself has to say goes to standard error.
set -- "$main" "$@"
set -- -cp "$class_path" "$@"
if [ -d "$image/lib/native" ]; then
    # Where it does not fit the machine, sqlite-jdbc unpacks its own.
    set -- "-Dorg.sqlite.lib.path=$image/lib/native" "$@"
fi
set -- -Dfile.encoding=UTF-8 -Djava.awt.headless=true "$@"
if [ "$version" -ge 22 ]; then
    set -- --enable-native-access=ALL-UNNAMED "$@"
fi
if [ -n "${TACT_ARCHIVE:-}" ]; then
    if [ "$version" -ge 25 ]; then
        set -- "-XX:AOTCacheOutput=$TACT_ARCHIVE" "$@"
    else
        set -- "-XX:ArchiveClassesAtExit=$TACT_ARCHIVE" "$@"
    fi
elif [ -f "$image/lib/start-$version.aot" ]; then
    set -- "-XX:AOTCache=$image/lib/start-$version.aot" "$@"
elif [ -f "$image/lib/start-$version.jsa" ]; then
    set -- "-XX:SharedArchiveFile=$image/lib/start-$version.jsa" -Xshare:auto "$@"
fi
set -- -Xlog:disable -Xlog:all=error:stderr -XX:+DisplayVMOutputToStderr -XX:+ErrorFileToStderr \
    -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xms16m -Xmx256m "$@"
exec "$java" "$@"
