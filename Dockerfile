# docker build -t leeloo-gateway .                              the gateway
# docker build --target sandbox -t leeloo-gateway-sandbox .     the gateway, a simulated Leeloo and PostgreSQL in one container, for tests
#
# With a proxy registry: --build-arg JDK_IMAGE=… --build-arg BASE_IMAGE=… for the base images; for Maven's dependencies, a settings file
# .mvn/settings.xml and --build-arg MAVEN_ARGS="-s .mvn/settings.xml" (the file stays in the build stage); for Maven
# itself, --build-arg MVNW_REPOURL=… (see mvnw). There are no cache mounts, so that the builder without BuildKit works too.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG BASE_IMAGE=debian:bookworm-slim
ARG POSTGRES_IMAGE=postgres:18

FROM ${JDK_IMAGE} AS build
ARG MAVEN_ARGS=
ARG MVNW_REPOURL=
WORKDIR /build

# Downloads the dependencies by building a program of one line. Only a change of the pom rebuilds this layer.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN mkdir -p src/main/java/empty \
 && echo 'package empty; final class Empty { private Empty() {} public static void main(String[] args) {} }' > src/main/java/empty/Empty.java \
 && ./mvnw -B -ntp -q -DskipTests -Dspotless.check.skip=true package \
 && rm -rf src target

COPY CHANGELOG.md ./
COPY docs docs
COPY src/main src/main
RUN ./mvnw -B -ntp -DskipTests -Dspotless.check.skip=true package \
 && mv target/leeloo-gateway-*.jar leeloo-gateway.jar \
 && java -Djarmode=tools -jar leeloo-gateway.jar extract --layers --destination layers
COPY docker/TrainingRequests.java ./
RUN javac -d training TrainingRequests.java
# A Java of the modules that the gateway and its libraries use, and of those for jcmd, JMX, debuggers and Kerberos: a third of a whole one, without the libraries for
# fonts and pictures. The AOT cache replaces Java's own archive of classes.
RUN jlink --output java --compress zip-6 --no-header-files --no-man-pages --exclude-files "glob:/java.desktop/lib/*.so" --add-modules \
java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,\
java.sql,java.xml,jdk.charsets,jdk.jcmd,jdk.jdwp.agent,jdk.jfr,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs

FROM ${BASE_IMAGE} AS application
ENV JAVA_HOME=/opt/java/openjdk LANG=C.UTF-8
ENV PATH=$JAVA_HOME/bin:$PATH
COPY --from=build /build/java/ $JAVA_HOME/
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

# A PostgreSQL that has no password and forgets everything with its container.
FROM ${POSTGRES_IMAGE} AS database
ENV JAVA_HOME=/opt/java/openjdk PGDATA=/sandbox/postgres
ENV PATH=$JAVA_HOME/bin:$PATH
RUN useradd --uid 10001 --no-create-home gateway && mkdir /sandbox && chown gateway /sandbox
COPY docker/start-database /usr/local/bin/
USER 10001
RUN initdb -D "$PGDATA" -U gateway --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null \
 && pg_ctl -D "$PGDATA" -w -s -l /tmp/postgres.log -o "-c listen_addresses= -c unix_socket_directories=/tmp" start \
 && createdb -h /tmp -U gateway gateway \
 && pg_ctl -D "$PGDATA" -w -s stop && rm /tmp/postgres.log
WORKDIR /app

# Records which classes a start and some thousand requests load, and which methods are hot (JEP 483, 514, 515). The AOT cache is valid only for
# the same java and the same files. The build of the image fails if this fails.
FROM database AS training
COPY --from=application $JAVA_HOME $JAVA_HOME
COPY --from=application /app /app
COPY --from=build /build/training/ /training/
COPY docker/train /usr/local/bin/
RUN ["train"]

FROM application AS gateway
LABEL org.opencontainers.image.title="Leeloo Gateway" \
      org.opencontainers.image.description="An internal REST API in front of Leeloo.ai"
COPY --from=training /tmp/leeloo-gateway.aot ./

# A number, so that Kubernetes' runAsNonRoot can check that it is not root. The gateway writes only to /tmp:
# docker run --read-only --tmpfs /tmp --cap-drop ALL works.
USER 10001:10001
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# For a limit of 512 MiB: 38 % of it for the heap, the rest for classes, code, threads and buffers (docs/runbook.md). Replace this
# variable to change them; add other options in JAVA_TOOL_OPTIONS. The AOT cache needs some initial heap. A /tmp without exec cannot
# load Netty's native libraries. The short DNS times let the gateway find PostgreSQL's new address after a restart. The C library would keep
# what the compilers needed in the first minute: Java trims it, and two arenas suffice. At its own address, the AOT cache stays a part of the
# file: otherwise Java writes new addresses into most of it, which then count against the limit.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=38 -XX:MaxDirectMemorySize=64m" MALLOC_ARENA_MAX=2
# --build-arg VERSION="$(git describe --always)"
ARG VERSION=unknown
LABEL org.opencontainers.image.version="$VERSION"
ENTRYPOINT ["java", "-XX:AOTCache=leeloo-gateway.aot", "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:InitialRAMPercentage=25", "-XX:TrimNativeHeapInterval=10000", "-Dio.netty.transport.noNative=true", \
    "-Dsun.net.inetaddr.ttl=5", "-Dsun.net.inetaddr.negative.ttl=0", "-XX:+ExitOnOutOfMemoryError", "-jar", "leeloo-gateway.jar"]

# One docker run, nothing else.
FROM database AS sandbox
LABEL org.opencontainers.image.title="Leeloo Gateway sandbox" \
      org.opencontainers.image.description="The Leeloo Gateway with a simulated Leeloo and a database, for tests"
COPY --from=gateway $JAVA_HOME $JAVA_HOME
COPY --from=gateway /app /app
COPY docker/sandbox /usr/local/bin/
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=2s --timeout=5s --start-period=60s --retries=30 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=38 -XX:MaxDirectMemorySize=64m" \
    SPRING_PROFILES_ACTIVE=sandbox \
    SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:5432/gateway \
    SPRING_DATASOURCE_USERNAME=gateway \
    GATEWAY_LIFECYCLE_DRAIN_DELAY=0s
ENTRYPOINT ["sandbox"]
CMD []

# The default target. BuildKit leaves the sandbox out.
FROM gateway
