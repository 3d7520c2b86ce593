import java.net.HttpURLConnection;
import java.net.URI;

/** The health check of the image: exits with 0 if the gateway in this container is ready. Needs no shell and no curl. */
class ReadinessProbe {
    public static void main(String[] args) throws Exception {
        var readiness = URI.create("http://127.0.0.1:8081/actuator/health/readiness").toURL();
        var connection = (HttpURLConnection) readiness.openConnection();
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(2_000);
        System.exit(connection.getResponseCode() == 200 ? 0 : 1);
    }
}
