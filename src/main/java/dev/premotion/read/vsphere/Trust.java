package dev.premotion.read.vsphere;

import dev.premotion.inventory.BadInput;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How a server's certificate is checked: by its thumbprint, by a CA of one's own, or by what Java trusts. It is always
 * checked. What the server showed last is kept, so that a refusal can tell its thumbprint.
 */
public final class Trust {

    private final @Nullable String thumbprint;
    private final @Nullable KeyStore authorities;
    private volatile @Nullable X509Certificate shown;

    private Trust(@Nullable String thumbprint, @Nullable KeyStore authorities) {
        this.thumbprint = thumbprint;
        this.authorities = authorities;
    }

    /** Trusts the authorities that Java trusts. */
    public static Trust system() {
        return new Trust(null, null);
    }

    /**
     * Trusts one certificate and no other, whatever name it bears.
     *
     * @param thumbprint its SHA-256 or SHA-1 digest in hex, colons or not
     * @throws BadInput where it is neither
     */
    public static Trust thumbprint(String thumbprint) {
        var plain = thumbprint.replaceAll("[:\\s-]", "").toLowerCase(Locale.ROOT);
        if (!plain.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            throw new BadInput(
                    "--thumbprint",
                    "",
                    "this is no thumbprint: \"" + thumbprint + "\", expected 64 hex digits (SHA-256) or 40 (SHA-1)",
                    "openssl x509 -noout -fingerprint -sha256 shows it");
        }
        return new Trust(plain, null);
    }

    /**
     * Trusts certificates that the authorities of a file signed.
     *
     * @param file PEM or DER, one certificate or several
     * @throws BadInput where it holds no certificate
     */
    public static Trust authorities(Path file) {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + count++, certificate);
            }
            if (count == 0) {
                throw new CertificateException("it is empty");
            }
            return new Trust(null, store);
        } catch (IOException | GeneralSecurityException e) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "no certificate can be read there: " + e.getMessage(),
                    "https://VCENTER/certs/download.zip holds the authority's certificate as PEM");
        }
    }

    /** The SHA-256 thumbprint of what the server showed last, with colons; absent where it showed none. */
    @Nullable
    String shownThumbprint() {
        var certificate = shown;
        return certificate == null
                ? null
                : HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest(certificate, "SHA-256"));
    }

    SSLContext context() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            X509ExtendedTrustManager usual = null;
            for (var manager : factory.getTrustManagers()) {
                usual = manager instanceof X509ExtendedTrustManager extended ? extended : usual;
            }
            if (usual == null) {
                throw new IllegalStateException("every Java checks certificates");
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Checking(usual)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static byte[] digest(X509Certificate certificate, String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** Compares the thumbprint where one is given; else leaves chain and host name to Java. */
    private final class Checking extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager usual;

        private Checking(X509ExtendedTrustManager usual) {
            this.usual = usual;
        }

        private boolean pinned(X509Certificate[] chain) throws CertificateException {
            shown = chain[0];
            if (thumbprint == null) {
                return false;
            }
            var digest = digest(chain[0], thumbprint.length() == 64 ? "SHA-256" : "SHA-1");
            if (!MessageDigest.isEqual(digest, HexFormat.of().parseHex(thumbprint))) {
                throw new CertificateException("its thumbprint is another one than --thumbprint says");
            }
            return true;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            if (!pinned(chain)) {
                usual.checkServerTrusted(chain, type, socket);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            if (!pinned(chain)) {
                usual.checkServerTrusted(chain, type, engine);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (!pinned(chain)) {
                ((X509TrustManager) usual).checkServerTrusted(chain, type);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("this is no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return usual.getAcceptedIssuers();
        }
    }
}
