# shellcheck shell=sh disable=SC2154
# How jcompose is started: sourced by its launchers, never run. They set:
#   home       the Java to run, a JDK or a run-time image
#   classpath  our jars, in the folder that stand_in has named
#   caches     the folder of the caches
#   edition    what the caches' names end with
# All paths are absolute, for training goes to another directory.

# Without a locale Java could not name files beyond ASCII.
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LC_CTYPE=C.UTF-8

# Starts Java with options about a cache, and a class and its arguments. The JVM passes over a cache that was made with
# other options, and what it says of that is nothing to the user. A limit of the heap is one of these options: without it
# large machines lay out objects in another way. What the JVM would learn of methods that are called often is left out,
# and so is the thread that uses it: so short a process has no use for that, and it takes a tenth of the time. Nor does it
# call anything by reflection so often that code should be made for it.
java_with() {
  exec "$home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xmx512m -Xlog:disable \
    -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTReplayTraining -Djdk.reflect.useNativeAccessorOnly=true \
    --enable-native-access=ALL-UNNAMED ${sockets:+"$sockets"} -cp "$classpath" "$@"
}

# A cache holds classes as the JVM has them in memory, so that it starts in a fraction of the time. They are all loaded
# at every start, so each part of the commands has one of its own. JVMs before 25.0.5 do not see when a cache is older
# than the classes; that no cache outlives its build is up to us.
cache_of() {
  cache=$caches/$1$edition.aot
}

# Told where sockets come from, Java does not look through all jars for others.
sockets=

# Gives the folder with our jars a name that holds wherever it is moved to: a cache knows jars by their names, and at every
# start the JVM looks for the one of each class. Where there are no such names, its own has to do.
stand_in() {
  jars=$1
  if [ -e /proc/self/fd ]; then
    exec 8<"$1"
    jars=/proc/self/fd/8
    sockets=-Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.EPollSelectorProvider
  fi
}

# Which part a call belongs to. A wrong guess, when a file has the name of a command, costs time and nothing else.
guess_part() {
  part=engine
  [ $# -gt 0 ] || part=start
  for word; do
    case $word in
      docker-cli-plugin-metadata | version | help | --version | --help | -v | -h) part=start ;;
      config | convert | lint | viz) part=load ;;
      attach | cp | events | exec | export | generate | images | logs | ls | port | ps | stats | top | ui | volumes | wait) part=look ;;
      build | create | down | kill | pause | plan | pull | restart | rm | run | scale | start | stop | test | unpause | up | watch) ;;
      *) continue ;;
    esac
    return
  done
}

# train FOLDER: makes the caches, with a copy of that folder's project. Each is made aside and moved in place, for a command
# may start meanwhile.
train() {
  practice=$(mktemp -d)
  cp -R "$1/." "$practice"
  for part in start load look engine; do
    cache_of "$part"
    (
      cd "$practice" &&
        (java_with -XX:AOTMode=record "-XX:AOTConfiguration=$practice/seen" dev.jcompose.cli.Training "$part" "$practice") &&
        (java_with -XX:AOTMode=create "-XX:AOTConfiguration=$practice/seen" "-XX:AOTCache=$cache.new") &&
        mv "$cache.new" "$cache"
    ) >/dev/null 2>&1 </dev/null ||
      echo "The cache \`$part\` could not be made: its commands will start slowly." >&2
  done
  rm -rf "$practice"
}

# Becomes jcompose with these arguments.
start() {
  guess_part "$@"
  cache_of "$part"
  if [ -e "$cache" ]; then
    java_with "-XX:AOTCache=$cache" dev.jcompose.cli.Main "$@"
  fi
  java_with -Xshare:auto dev.jcompose.cli.Main "$@"
}
