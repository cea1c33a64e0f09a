package dev.plinth.app.sample;

import dev.plinth.schema.document.ModelFolder;
import dev.plinth.schema.model.Model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The model of the sample shop, read from the files that come with the product. */
final class ShopModel {
    private static final List<String> FILES =
            List.of(
                    "plinth.yaml",
                    "choices/order_status.yaml",
                    "choices/product_status.yaml",
                    "tables/categories.yaml",
                    "tables/customers.yaml",
                    "tables/order_items.yaml",
                    "tables/orders.yaml",
                    "tables/product_tags.yaml",
                    "tables/products.yaml",
                    "tables/reviews.yaml",
                    "tables/tags.yaml");

    private ShopModel() {}

    static Model read() {
        Map<String, String> texts = new LinkedHashMap<>();
        FILES.forEach(file -> texts.put(file, text(file)));
        return ModelFolder.read(texts).model();
    }

    private static String text(String file) {
        try (InputStream in = ShopModel.class.getResourceAsStream("/sample/shop/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the sample lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
