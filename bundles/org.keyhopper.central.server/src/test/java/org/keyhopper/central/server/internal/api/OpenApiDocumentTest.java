package org.keyhopper.central.server.internal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.server.internal.model.ProblemBody;

/** Makes the OpenAPI document from the resources, and compares it with the committed one. */
class OpenApiDocumentTest {

    static final List<Class<?>> RESOURCES = List.of(
            HealthResource.class,
            StationsResource.class,
            ClaimsResource.class,
            ClientsResource.class,
            OperatorsResource.class,
            PoliciesResource.class,
            DirectoriesResource.class,
            RecordsResource.class,
            RequestsResource.class,
            RolesResource.class,
            SessionResource.class,
            TokenResource.class,
            StationRequestsResource.class,
            StationReportsResource.class,
            ReportedStationsResource.class,
            ReconcileResource.class,
            EscrowResource.class,
            LicenceResource.class,
            PeopleResource.class);

    @Test
    void committedDocumentIsThatOfTheCode() throws Exception {
        String made = document();
        java.nio.file.Path file = java.nio.file.Path.of("target", "openapi.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, made);
        try (InputStream committed = getClass().getResourceAsStream("/openapi.json")) {
            assertEquals(
                    made,
                    new String(committed.readAllBytes(), StandardCharsets.UTF_8),
                    () -> "if the API is to be as it is now, copy " + file.toAbsolutePath() + " to src/main/resources");
        }
    }

    static String document() {
        OpenAPI api = new OpenAPI()
                .openapi("3.1.0")
                .info(new Info().title("Keyhopper Central").version("1"));
        OpenAPI read = new Reader(new SwaggerConfiguration().openAPI(api).openAPI31(true))
                .read(new LinkedHashSet<>(RESOURCES));
        read.setTags(null);
        // The schema of Gson's class would describe its methods.
        read.getComponents()
                .getSchemas()
                .get("NewRequestBody")
                .addProperty("profile", new Schema<>().types(Set.of("object")).description("As a profile is exported"));
        addSchemes(read);
        Paths paths = new Paths();
        new TreeMap<>(read.getPaths()).forEach((path, item) -> paths.addPathItem(path, completed(path, item)));
        read.setPaths(paths);
        read.getComponents().setSchemas(new TreeMap<>(read.getComponents().getSchemas()));
        return Json31.pretty(read) + "\n";
    }

    private static void addSchemes(OpenAPI read) {
        io.swagger.v3.core.converter.ModelConverters.getInstance(true)
                .read(ProblemBody.class)
                .forEach(read.getComponents()::addSchemas);
        read.getComponents()
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("DPoP")
                                .description("An access token with a proof of possession (RFC 9449)"))
                .addSecuritySchemes(
                        "session",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("__Host-keyhopper-session")
                                .description("Changes need the header X-CSRF-Token with the token of the session"));
    }

    private static PathItem completed(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> complete(path, method.name(), operation));
        return item;
    }

    private static void complete(String path, String method, Operation operation) {
        String words =
                path.replaceAll("^/api/v1", "").replaceAll("[^A-Za-z]+", "-").replaceAll("^-|-$", "");
        operation.setOperationId(method.toLowerCase(Locale.ROOT) + "-" + words);
        if (!isOpen(path, method)) {
            operation.setSecurity(
                    List.of(new SecurityRequirement().addList("token"), new SecurityRequirement().addList("session")));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/ProblemBody")))));
        operation.getResponses().values().stream()
                .filter(response -> response.getDescription() == null)
                .forEach(response -> response.setDescription("Done"));
    }

    /** Returns whether a route is called without an access token. */
    static boolean isOpen(String path, String method) {
        return RESOURCES.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(route -> httpMethod(route).filter(method::equals).isPresent())
                .filter(route -> path(route).equals(path))
                .anyMatch(route -> route.isAnnotationPresent(OpenToAll.class));
    }

    private static Optional<String> httpMethod(Method route) {
        return Arrays.stream(route.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(Method route) {
        Path own = route.getAnnotation(Path.class);
        return route.getDeclaringClass().getAnnotation(Path.class).value() + (own == null ? "" : own.value());
    }

    /** Returns all routes of the document, such as {@code GET /health}. */
    static Set<String> routes() {
        Set<String> routes = new LinkedHashSet<>();
        OpenAPI read = new Reader(
                        new SwaggerConfiguration().openAPI(new OpenAPI()).openAPI31(true))
                .read(new LinkedHashSet<>(RESOURCES));
        new TreeMap<>(read.getPaths())
                .forEach((path, item) ->
                        item.readOperationsMap().keySet().forEach(method -> routes.add(method + " " + path)));
        return routes;
    }
}
