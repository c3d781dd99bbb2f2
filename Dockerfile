# The portal as one image: built once, run by a user without rights. See docs/operations.md.
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /portal
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# Next's build cache only serves the next build on the same disk.
RUN npm run build && rm -rf .next/cache

# From the lock file again and not pruned, so that nothing of the build's packages is left behind.
FROM ${NODE} AS packages
WORKDIR /portal
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM ${NODE}
# For the headlines on the pictures that social networks show; readers use the fonts of their own devices.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-noto-cjk && rm -rf /var/lib/apt/lists/*
WORKDIR /portal
# Two arenas: with more, glibc keeps what compression and pictures gave back, some 70 MB of it.
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    MALLOC_ARENA_MAX=2 \
    HOST=0.0.0.0 \
    PORT=3000 \
    PORTAL_CONTENT=/portal/content \
    PORTAL_DATA=/var/lib/portal
COPY --from=packages /portal/node_modules ./node_modules
COPY --from=build /portal/package.json /portal/package-lock.json /portal/next.config.mjs /portal/tsconfig.json ./
COPY --from=build /portal/.next ./.next
COPY --from=build /portal/.build ./.build
COPY --from=build /portal/public ./public
# `npm run desk -- check` remembers what it found for as long as it is the same program, which it knows by its sources.
COPY --from=build /portal/lib ./lib
COPY --from=build /portal/content ./content
RUN mkdir -p "$PORTAL_DATA" && chown node:node "$PORTAL_DATA"
USER node
VOLUME ["/portal/content", "/var/lib/portal"]
EXPOSE 3000
STOPSIGNAL SIGTERM
# An archive of 100,000 articles is indexed from nothing in a minute or two; afterwards a start takes seconds.
HEALTHCHECK --interval=10s --timeout=3s --start-period=180s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, without npm between, so that SIGTERM reaches the press.
CMD ["node", ".build/press.mjs"]
