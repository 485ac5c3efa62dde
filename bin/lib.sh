# Shared by the commands in this folder: where things are, which JDK, how to build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
JAVA_HOME=$(bin/java-home)
export JAVA_HOME
PATH="$JAVA_HOME/bin:$PATH"

say() { printf '%s\n' "$*" >&2; }

maven() {
  command -v mvn >/dev/null || { say "Mein Konto is built with Maven 3.8 or newer. Install it (Debian: apt-get install maven)."; exit 1; }
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    mvn --batch-mode --no-transfer-progress "$@"
}

# Whether anything under the given folders is newer than the file $1.
outdated() {
  local built=$1
  shift
  [ -e "$built" ] || return 0
  [ -n "$(find pom.xml "$@" -newer "$built" -type f -not -path '*/target/*' -print -quit)" ]
}

# Builds what runs, without tests, when it is missing or older than its sources.
build() {
  if outdated portal/target/portal-exec.jar contract portal ||
    outdated simulator/target/simulator-exec.jar contract unit-client simulator ||
    outdated connector/target/connector-exec.jar contract unit-client connector; then
    say "Building (about a minute, longer the first time) …"
    mkdir -p .run
    if ! maven -q -DskipTests -pl portal,simulator,connector -am package >.run/build.log 2>&1; then
      tail -40 .run/build.log >&2
      exit 1
    fi
    touch portal/target/portal-exec.jar simulator/target/simulator-exec.jar connector/target/connector-exec.jar
  fi
}
