package dev.plinth.schema.proof;

import dev.plinth.schema.deploy.Lab;
import dev.plinth.schema.model.Model;
import dev.plinth.testing.TestDatabase;

import java.util.List;

/**
 * One trial of a property.
 *
 * @param database the product
 * @param lab an empty database
 * @param models that follow each other
 */
record Case(TestDatabase database, Lab lab, List<Model> models, long seed) {
    Model model(int number) {
        return models.get(number);
    }

    /** What has to hold; throws where it does not. */
    interface Property {
        void check(Case trial) throws Exception;
    }
}
