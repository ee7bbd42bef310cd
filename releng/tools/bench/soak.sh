#!/bin/sh
# Sends many cards through two printers, and a fifth as many past a person at the desk, with faults of devices, printers and the directory drawn from
# a seed, until every request is done; then store, directory and cards must say the same. Prints figures after every thousand people, and
# fails at the first difference. Time is that of the test where it can be.
#
#   releng/bench soak [--people N] [--seed N]     10,000 people by default, and 2,000 at the desk; another seed each time unless one is given
set -eu
here=$(cd "$(dirname "$0")" && pwd)
people=10000
seed=$(date +%s)
while [ "$#" -gt 0 ]; do
    case $1 in
    --people) people=$2 ;;
    --seed) seed=$2 ;;
    *) echo "usage: releng/bench soak [--people N] [--seed N]" >&2; exit 2 ;;
    esac
    shift 2
done
echo "The seed is $seed."
# A unit test is ended after five minutes: the people are divided, each part with the next seed.
while [ "$people" -gt 0 ]; do
    part=$((people < 2500 ? people : 2500))
    JAVA_TOOL_OPTIONS="-Dsoak.people=$part -Dsoak.people.desk=$((part / 5)) -Dsoak.seed=$seed" "$here/../../test" core '*SoakTest'
    people=$((people - part))
    seed=$((seed + 1))
done
