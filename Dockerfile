# docker build -t leeloo-gateway .
#
# With a proxy registry: --build-arg JDK_IMAGE=… --build-arg JRE_IMAGE=… for the base images; for Maven's dependencies, a settings file
# .mvn/settings.xml and --build-arg MAVEN_ARGS="-s .mvn/settings.xml" (the file stays in the build stage); for Maven
# itself, --build-arg MVNW_REPOURL=… (see mvnw). There are no cache mounts, so that the builder without BuildKit works too.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG JRE_IMAGE=eclipse-temurin:25-jre

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

COPY docs/openapi.yaml docs/
COPY src/main src/main
RUN ./mvnw -B -ntp -DskipTests -Dspotless.check.skip=true package \
 && mv target/leeloo-gateway-*.jar leeloo-gateway.jar \
 && java -Djarmode=tools -jar leeloo-gateway.jar extract --layers --destination layers
COPY docker/ReadinessProbe.java .
RUN javac -d probe ReadinessProbe.java

FROM ${JRE_IMAGE}
LABEL org.opencontainers.image.title="Leeloo Gateway" \
      org.opencontainers.image.description="An internal REST API in front of Leeloo.ai"
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/probe/ probe/
COPY --from=build /build/layers/application/ ./

# Records which classes a start loads and links (JEP 483, 514). The AOT cache is valid only for the same java and the same files, so it is
# created here, without a database. The build of the image fails if this fails.
RUN ["java", "-XX:AOTCacheOutput=leeloo-gateway.aot", "-Xlog:aot=error", "-Xmx512m", "-Dspring.context.exit=onRefresh", "-jar", "leeloo-gateway.jar", \
     "--spring.profiles.active=sandbox", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none", "--spring.flyway.enabled=false", \
     "--spring.jpa.hibernate.ddl-auto=none", "--spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect", \
     "--spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false"]

# A number, so that Kubernetes' runAsNonRoot can check that it is not root. The gateway writes only to /tmp:
# docker run --read-only --tmpfs /tmp --cap-drop ALL works.
USER 10001:10001
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["env", "-u", "JAVA_TOOL_OPTIONS", "-u", "JDK_JAVA_OPTIONS", "java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx16m", "-XX:-UsePerfData", "-cp", "probe", "ReadinessProbe"]
# For a limit of 512 MiB: half of it for the heap, the rest for classes, code, threads and buffers (docs/runbook.md). Replace this
# variable to change them; add other options in JAVA_TOOL_OPTIONS. The AOT cache needs some initial heap. A /tmp without exec cannot
# load Netty's native libraries. The short DNS times let the gateway find PostgreSQL's new address after a restart.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:MaxDirectMemorySize=64m"
# --build-arg VERSION="$(git describe --always)"
ARG VERSION=unknown
LABEL org.opencontainers.image.version="$VERSION"
ENTRYPOINT ["java", "-XX:AOTCache=leeloo-gateway.aot", "-XX:InitialRAMPercentage=25", "-Dio.netty.transport.noNative=true", \
    "-Dsun.net.inetaddr.ttl=5", "-Dsun.net.inetaddr.negative.ttl=0", "-XX:+ExitOnOutOfMemoryError", "-jar", "leeloo-gateway.jar"]
