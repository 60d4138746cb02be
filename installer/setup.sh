# shellcheck shell=bash
# What demo, test and measure have in common: the programs they need, and a Java to run them with.

# Programs and the Debian packages that bring them.
readonly programs=(
    javac:openjdk-17-jdk-headless
    mvn:maven
    node:nodejs
    npm:npm
    thunderbird:thunderbird
    chromium:chromium
    Xvfb:xvfb
    openbox:openbox
    dbus-run-session:dbus-daemon
    xdotool:xdotool
    import:imagemagick
    shellcheck:shellcheck
    objcopy:binutils
    dpkg-shlibdeps:dpkg-dev
)
# Packages that bring no program.
readonly packages=(thunderbird-l10n-de fonts-dejavu-core)

say() {
    printf 'Tact: %s\n' "$*" >&2
}

javac_is_new_enough() {
    local version
    version=$(javac -version 2>&1)
    version=${version#javac }
    version=${version%%[!0-9]*}
    [ "${version:-0}" -ge 17 ]
}

# Prints the packages that are missing, one a line.
missing_packages() {
    local entry package
    for entry in "${programs[@]}"; do
        if ! command -v "${entry%%:*}" >/dev/null; then
            echo "${entry#*:}"
        fi
    done
    if command -v javac >/dev/null && ! javac_is_new_enough; then
        echo openjdk-17-jdk-headless
    fi
    if command -v dpkg-query >/dev/null; then
        for package in "${packages[@]}"; do
            # shellcheck disable=SC2016 # the braces are dpkg-query's
            if [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
                echo "$package"
            fi
        done
    fi
}

# Installs what is missing, as root or through sudo; says what to do where that is not possible.
install_packages() {
    local missing=()
    local as_root=()
    mapfile -t missing < <(missing_packages)
    if [ "${#missing[@]}" -eq 0 ]; then
        return
    fi
    if ! command -v apt-get >/dev/null; then
        say "install these Debian packages, or what your system calls them: ${missing[*]}"
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null || { ! sudo -n true 2>/dev/null && ! [ -t 0 ]; }; then
            say "as root, run: apt-get install ${missing[*]}"
            return 1
        fi
        as_root=(sudo)
    fi
    say "installing ${missing[*]}"
    "${as_root[@]}" apt-get update --quiet=2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}" >&2
}

# Maven, without progress bars; standard input stays closed, so that nothing can wait for it.
maven() {
    mvn --batch-mode --no-transfer-progress "$@" </dev/null
}

# Builds everything but runs no test.
build_image() {
    say "building"
    maven --quiet package -DskipTests >&2
}

# Runs a class of the end-to-end harness with the image: run_harness CLASS [ARGUMENT...]
run_harness() {
    local target=installer/target
    java -Dtact.image="$PWD/$target/image" -cp "$target/test-classes:$target/classes:$(cat $target/test.classpath)" "$@"
}
