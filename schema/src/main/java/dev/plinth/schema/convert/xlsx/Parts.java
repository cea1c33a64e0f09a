package dev.plinth.schema.convert.xlsx;

import dev.plinth.schema.convert.sketch.ConversionCode;
import dev.plinth.schema.problem.PlinthException;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a workbook by their paths. A small file may hold far more than it seems to, so what
 * comes out of it is counted; and its texts may point at other files, which nobody follows.
 */
final class Parts {
    private static final long MOST_BYTES = 100_000_000;
    private static final int MOST_PARTS = 10_000;

    private final Source source;

    /** Where parts come from. */
    private interface Source {
        @Nullable InputStream open(String path) throws IOException;
    }

    /** Those of a file, read when they are walked through, and never too much of one. */
    Parts(ZipFile file) {
        this.source =
                path -> {
                    ZipEntry entry = file.getEntry(path);
                    return entry == null ? null : new Bounded(file.getInputStream(entry));
                };
        if (file.getEntry("xl/workbook.xml") == null) {
            throw broken();
        }
    }

    Parts(byte[] content) {
        Map<String, byte[]> parts = new HashMap<>();
        this.source =
                path -> {
                    byte[] part = parts.get(path);
                    return part == null ? null : new ByteArrayInputStream(part);
                };
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            int count = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                byte[] buffer = new byte[16_384];
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    left -= n;
                    if (left < 0 || count > MOST_PARTS) {
                        throw hostile("The workbook holds more than 100 MB.");
                    }
                    if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                        part.write(buffer, 0, n);
                    }
                }
                count++;
                parts.put(entry.getName(), part.toByteArray());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
        if (!parts.containsKey("xl/workbook.xml")) {
            throw broken();
        }
    }

    /** Takes the start and end of each element, and texts. */
    interface Visitor {
        void visit(XMLStreamReader xml) throws XMLStreamException;
    }

    /** Walks through a part; one that is not there is empty. */
    void walk(String path, Visitor visitor) {
        try (InputStream part = source.open(path)) {
            if (part == null) {
                return;
            }
            XMLStreamReader xml = xml(part, true);
            while (next(xml)) {
                visitor.visit(xml);
            }
        } catch (XMLStreamException | IOException e) {
            throw broken();
        }
    }

    /**
     * @param whole whether a text comes as one, however long it is
     */
    static XMLStreamReader xml(InputStream part, boolean whole) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, whole);
        return factory.createXMLStreamReader(part);
    }

    /** Goes one on, unless that was all. */
    static boolean next(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw hostile("The workbook defines entities, which no spreadsheet does.");
        }
        return true;
    }

    /** A part of which no more is read than is sensible. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            left -= Math.max(0, read - 1);
            return counted(read);
        }

        private int counted(int read) {
            if (--left < 0) {
                throw hostile("A part of the workbook holds more than 100 MB.");
            }
            return read;
        }
    }

    static PlinthException hostile(String sentence) {
        return PlinthException.of(
                ConversionCode.HOSTILE.code(), "", sentence, ConversionCode.HOSTILE.remedy());
    }

    static PlinthException broken() {
        return PlinthException.of(
                ConversionCode.SYNTAX.code(),
                "",
                "This is no workbook (.xlsx), or it is damaged.",
                "Save it again as .xlsx, or as CSV.");
    }
}
