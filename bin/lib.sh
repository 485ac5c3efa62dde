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
  [ -n "$(find pom.xml "$@" -newer "$built" -type f -not -path '*/target/*' -not -name '*.md' -print -quit)" ]
}

# Builds what runs, without tests, when it is missing or older than its sources.
build() {
  if outdated portal/target/portal-exec.jar contract portal ||
    outdated simulator/target/simulator-exec.jar contract unit-client simulator connector/src/main/resources/soap ||
    outdated connector/target/connector-exec.jar contract unit-client connector portal/src/main/resources/static/assets; then
    say "Building (about a minute, longer the first time) …"
    mkdir -p .run
    if ! maven -q -DskipTests -pl portal,simulator,connector -am package >.run/build.log 2>&1; then
      tail -40 .run/build.log >&2
      exit 1
    fi
    touch portal/target/portal-exec.jar simulator/target/simulator-exec.jar connector/target/connector-exec.jar
  fi
}

# The one file that a unit's technician needs.
build_unit_client() {
  local jar=unit-client/target/unit-client-exec.jar
  outdated "$jar" contract unit-client || return 0
  mkdir -p .run
  maven -q -DskipTests -pl unit-client -am package >.run/build-unit-client.log 2>&1 ||
    { tail -40 .run/build-unit-client.log >&2; exit 1; }
  touch "$jar"
}

# Whether GET PATH is answered with 200.
answers() { # PORT PATH
  exec 3<>"/dev/tcp/localhost/$1" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
  local line
  read -r line <&3
  exec 3<&- 3>&-
  [[ $line == *" 200"* ]]
} 2>/dev/null

# Waits until a process that was started answers.
wait_for() { # NAME PORT PATH PID LOG
  for _ in $(seq 600); do
    if answers "$2" "$3"; then return; fi
    kill -0 "$4" 2>/dev/null || { say "$1 did not start:"; tail -30 "$5" >&2; exit 1; }
    sleep 0.2
  done
  say "$1 did not answer within two minutes; see $5"
  exit 1
}
