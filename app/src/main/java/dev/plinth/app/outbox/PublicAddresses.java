package dev.plinth.app.outbox;

import org.apache.hc.client5.http.DnsResolver;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds only addresses of the public internet. The connection is made to the address that was
 * looked at, so that a name which leads elsewhere a moment later is of no use to anybody.
 */
final class PublicAddresses implements DnsResolver {
    private final boolean internalToo;

    /**
     * @param internalToo whether the operator allowed internal addresses
     */
    PublicAddresses(boolean internalToo) {
        this.internalToo = internalToo;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> open = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (internalToo || isPublic(address)) {
                open.add(address);
            }
        }
        if (open.isEmpty()) {
            throw new NotPublicException(host);
        }
        return open.toArray(new InetAddress[0]);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] four) {
        int first = four[0] & 0xff;
        int second = four[1] & 0xff;
        int third = four[2] & 0xff;
        boolean thisNetwork = first == 0;
        boolean sharedByProviders = first == 100 && (second & 0xc0) == 64;
        boolean protocols = first == 192 && second == 0 && third == 0;
        boolean benchmarks = first == 198 && (second & 0xfe) == 18;
        boolean documentation =
                first == 192 && second == 0 && third == 2
                        || first == 198 && second == 51 && third == 100
                        || first == 203 && second == 0 && third == 113;
        boolean reserved = first >= 240;
        return !(thisNetwork
                || sharedByProviders
                || protocols
                || benchmarks
                || documentation
                || reserved);
    }

    /** Only global unicast, and none of its forms that carry an address of version 4 inside. */
    private static boolean isPublicSix(byte[] six) {
        boolean global = (six[0] & 0xe0) == 0x20;
        boolean carriesFour =
                (six[0] & 0xff) == 0x20 && (six[1] & 0xff) == 0x02
                        || (six[0] & 0xff) == 0x20
                                && (six[1] & 0xff) == 0x01
                                && six[2] == 0
                                && six[3] == 0;
        return global && !carriesFour;
    }

    /** A host that leads into the internal network. */
    static final class NotPublicException extends UnknownHostException {
        NotPublicException(String host) {
            super(host + " is not an address of the public internet");
        }
    }
}
