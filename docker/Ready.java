import java.net.HttpURLConnection;
import java.net.URI;

/** Ends with 0 if the gateway in this container is ready: its image's health check, which needs no shell and no curl. */
class Ready {
    public static void main(String[] args) throws Exception {
        var readiness = URI.create("http://127.0.0.1:8081/actuator/health/readiness").toURL();
        var answer = (HttpURLConnection) readiness.openConnection();
        answer.setConnectTimeout(2_000);
        answer.setReadTimeout(2_000);
        System.exit(answer.getResponseCode() == 200 ? 0 : 1);
    }
}
