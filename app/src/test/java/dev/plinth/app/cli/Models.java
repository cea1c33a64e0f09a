package dev.plinth.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Model files for tests. */
final class Models {
    static final String SHOP =
            """
            project: shop
            choices:
              - {name: state, options: [new, paid]}
            tables:
              - name: customer
                columns:
                  - {name: id, type: bigint, required: true, identity: byDefault}
                  - {name: email, type: text(200), required: true}
                  - {name: fax, type: text(40)}
                primaryKey: id
              - name: order
                columns:
                  - {name: id, type: bigint, required: true, identity: byDefault}
                  - {name: customer_id, type: bigint}
                  - {name: total, type: 'decimal(12,2)', default: 0}
                  - {name: state, type: choice(state), required: true, default: new}
                primaryKey: id
                relations:
                  - {name: order_customer, columns: customer_id, target: customer}
                checks:
                  - {name: total_is_sensible, cel: total >= 0.0}
            """;

    private Models() {}

    static String write(Path folder, String name, String yaml) {
        try {
            return Files.writeString(folder.resolve(name), yaml).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
