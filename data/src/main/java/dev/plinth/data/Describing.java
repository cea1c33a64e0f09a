package dev.plinth.data;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.description.ApiDescription;
import dev.plinth.data.description.Notation;
import dev.plinth.data.description.Published;
import dev.plinth.data.description.TypeScript;
import dev.plinth.data.request.Representation;
import dev.plinth.data.request.Representation.Form;

import java.io.IOException;
import java.util.Set;

/** Answers what can be asked of the API itself. */
final class Describing {
    private static final Set<Form> FORMS =
            Set.of(Form.OPENAPI, Form.OPENAPI_3, Form.TYPESCRIPT, Form.JSON);
    private final Published published;

    Describing(Published published) {
        this.published = published;
    }

    /**
     * @param method as the request has it, in capitals
     */
    void describe(Exchange exchange, VisibleCatalog visible, String schema, String method)
            throws IOException {
        switch (method) {
            case "GET", "HEAD" -> give(exchange, visible, schema, method.equals("HEAD"));
            case "OPTIONS" -> DataApi.allow(exchange.answer(), "OPTIONS,GET,HEAD,POST");
            default -> throw DataApi.unsupported(method);
        }
    }

    private void give(Exchange exchange, VisibleCatalog visible, String schema, boolean headersOnly)
            throws IOException {
        Representation accepted =
                Representation.among(exchange.request().headers("accept"), FORMS, Form.OPENAPI);
        Form form = accepted.form() == Form.JSON ? Form.OPENAPI : accepted.form();
        byte[] body =
                switch (form) {
                    case TYPESCRIPT -> TypeScript.of(visible);
                    case OPENAPI_3 ->
                            ApiDescription.of(visible, schema, published, Notation.OPENAPI_3);
                    default -> ApiDescription.of(visible, schema, published, Notation.SWAGGER_2);
                };
        DataAnswer answer = exchange.answer();
        answer.status(200);
        answer.header("Content-Type", new Representation(form, false).contentType());
        answer.header("Content-Length", Integer.toString(body.length));
        exchange.settle();
        if (!headersOnly) {
            answer.body().write(body);
        }
    }
}
