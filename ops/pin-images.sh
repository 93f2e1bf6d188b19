#!/bin/sh
# Gives each image of Dockerfile and docker-compose.yml the digest that its registry has for it today, so that the next
# build and start use the same bytes. To update an image, write the new tag and run this. Needs docker buildx and the network.
set -eu
cd "$(dirname "$0")/.."
grep -hoE '(FROM|image:) +[a-z]+:[0-9][^ @]*' Dockerfile docker-compose.yml | awk '{print $2}' | sort -u | while read -r image; do
  digest=$(docker buildx imagetools inspect "$image" --format '{{.Manifest.Digest}}')
  sed -i -E "s#${image}(@sha256:[0-9a-f]{64})?#${image}@${digest}#" Dockerfile docker-compose.yml
  echo "$image@$digest"
done
