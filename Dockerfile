# docker build -t leeloo-gateway .
#
# Behind a mirror: --build-arg JDK_IMAGE=… --build-arg JRE_IMAGE=… for the base images; for Maven, a settings file as
# .mvn/settings.xml with --build-arg MAVEN_ARGS="-s .mvn/settings.xml" (it stays in the build stage), and for Maven
# itself --build-arg MVNW_REPOURL=… (see mvnw). No cache mounts, so that the builder without BuildKit can build it too.
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG JRE_IMAGE=eclipse-temurin:25-jre

FROM ${JDK_IMAGE} AS build
ARG MAVEN_ARGS=
ARG MVNW_REPOURL=
WORKDIR /build

# Whatever Maven needs, fetched by building a program of one line: a layer that only a change of the pom makes anew.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN mkdir -p src/main/java/warm \
 && echo 'package warm; final class Warm { private Warm() {} public static void main(String[] args) {} }' > src/main/java/warm/Warm.java \
 && ./mvnw -B -ntp -q -DskipTests -Dspotless.check.skip=true package \
 && rm -rf src target

COPY src/main src/main
RUN ./mvnw -B -ntp -DskipTests -Dspotless.check.skip=true package \
 && mv target/leeloo-gateway-*.jar leeloo-gateway.jar \
 && java -Djarmode=tools -jar leeloo-gateway.jar extract --layers --destination layers
COPY docker/Ready.java .
RUN javac -d ready Ready.java

FROM ${JRE_IMAGE}
LABEL org.opencontainers.image.title="Leeloo Gateway" \
      org.opencontainers.image.description="One internal REST API in front of Leeloo.ai"
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/ready/ ready/
COPY --from=build /build/layers/application/ ./

# Java 25 notes which classes a start loads and links (JEP 483, 514), for the same java and the same files: so here, and
# without a database. An image that cannot do it is not built.
RUN ["java", "-XX:AOTCacheOutput=leeloo-gateway.aot", "-Xlog:aot=error", "-Xmx512m", "-Dspring.context.exit=onRefresh", "-jar", "leeloo-gateway.jar", \
     "--spring.profiles.active=sandbox", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none", "--spring.flyway.enabled=false", \
     "--spring.jpa.hibernate.ddl-auto=none", "--spring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect", \
     "--spring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false"]

# A number, so that Kubernetes' runAsNonRoot can tell that it is not root. Nothing is written but to /tmp:
# docker run --read-only --tmpfs /tmp --cap-drop ALL works.
USER 10001:10001
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["env", "-u", "JAVA_TOOL_OPTIONS", "-u", "JDK_JAVA_OPTIONS", "java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx16m", "-XX:-UsePerfData", "-cp", "ready", "Ready"]
# For a limit of 512 MiB: half of it for the heap, the rest for classes, code, threads and buffers (docs/runbook.md).
# This variable can be replaced; more options go into JAVA_TOOL_OPTIONS. The cache needs some heap to begin with; a /tmp
# from which nothing can be run has no use for Netty's native libraries. PostgreSQL's address is asked for anew soon after it
# went away and came back.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:MaxDirectMemorySize=64m"
# --build-arg VERSION="$(git describe --always)"
ARG VERSION=unknown
LABEL org.opencontainers.image.version="$VERSION"
ENTRYPOINT ["java", "-XX:AOTCache=leeloo-gateway.aot", "-XX:InitialRAMPercentage=25", "-Dio.netty.transport.noNative=true", \
    "-Dsun.net.inetaddr.ttl=5", "-Dsun.net.inetaddr.negative.ttl=0", "-XX:+ExitOnOutOfMemoryError", "-jar", "leeloo-gateway.jar"]
