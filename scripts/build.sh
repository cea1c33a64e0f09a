# What plinth and dev share: failing, finding a JDK, one build at a time. Wants $root, the folder of the sources.

wanted_java=25
build=$root/build

fail() {
    printf '%s: %s\n' "${0##*/}" "$1" >&2
    [[ $# -lt 2 ]] || printf '  hint: %s\n' "$2" >&2
    exit 1
}

# The major version that a JDK's own release file states; asking the JVM would cost its start.
java_version_of() {
    local line
    [[ -x $1/bin/java && -r $1/release ]] || return 1
    while read -r line; do
        if [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]]; then
            major=${BASH_REMATCH[1]}
            return 0
        fi
    done <"$1/release"
    return 1
}

# Sets $java to a JVM that is new enough.
find_java() {
    local major directory path
    path=$(command -v java || true)
    [[ -z $path ]] || path=$(readlink -f "$path" 2>/dev/null || true)
    for directory in "${JAVA_HOME:-}" "${path%/bin/java}" /usr/lib/jvm/* /opt/java/* /opt/*jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [[ -n $directory ]] && java_version_of "$directory" && ((major >= wanted_java)); then
            java=$directory/bin/java
            return 0
        fi
    done
    fail "Plinth needs a JDK $wanted_java or newer, and none was found." \
        "Install one (Debian: apt-get install openjdk-$wanted_java-jdk; others: https://adoptium.net) or set JAVA_HOME to it."
}

# Both can run on whatever Java they like; Maven finds the JDK to compile with by itself.
need_maven_and_npm() {
    command -v mvn >/dev/null || fail 'Building Plinth needs Maven, and there is no mvn.' 'Install it (Debian: apt-get install maven).'
    command -v npm >/dev/null || fail 'Building the user interface needs Node, and there is no npm.' 'Install it (Debian: apt-get install nodejs npm).'
    command -v java >/dev/null || export JAVA_HOME=${java%/bin/java}
}

# Until the process ends or calls unlock_build. What it starts should close file 8, or a daemon would keep the lock.
lock_build() {
    mkdir -p "$build"
    if [[ -n ${PLINTH_BUILD_LOCKED:-} ]] || ! command -v flock >/dev/null; then return; fi
    exec 8>"$build/lock"
    if ! flock --nonblock 8; then
        echo 'waiting for another build …' >&2
        flock 8
    fi
}

unlock_build() {
    exec 8>&-
}
