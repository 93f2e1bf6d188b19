#!/bin/sh
# Creates the secrets of docker-compose.yml, each in a file of its own. Existing ones are kept.
set -eu
cd "$(dirname "$0")/.."
umask 077
mkdir -p secrets
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
keep() { [ -s "secrets/$1" ] || printf '%s' "$2" > "secrets/$1"; }
keep postgres-password "$(random)"
keep redis-password "$(random)"
keep metrics-token "$(random)"
printf 'postgres://chipwatch:%s@postgres:5432/chipwatch' "$(cat secrets/postgres-password)" > secrets/database-url
printf 'redis://:%s@redis:6379' "$(cat secrets/redis-password)" > secrets/redis-url
printf 'requirepass %s\nappendonly yes\nmaxmemory-policy noeviction\n' "$(cat secrets/redis-password)" > secrets/redis.conf
# The images run as other users, which must be able to read the mounted files; the directory is readable by its owner only.
chmod 644 secrets/*
chmod 700 secrets
