// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/wire/certificate.h"

#include "probes/wire/sha256.h"

#include <algorithm>
#include <ctime>
#include <memory>
#include <openssl/bio.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

namespace kpwatch {

namespace {

constexpr std::size_t longestName = 256;

struct FreeBio {
    void operator()(BIO* memory) const { BIO_free(memory); }
};

std::string textOf(const X509_NAME* name) {
    const std::unique_ptr<BIO, FreeBio> memory(BIO_new(BIO_s_mem()));
    // As XN_FLAG_RFC2253, but what is UTF-8 stays so (OpenSSL takes no certificate that only calls itself so).
    if (!memory || X509_NAME_print_ex(memory.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) < 0)
        return {};
    char* text = nullptr;
    const long length = BIO_get_mem_data(memory.get(), &text);
    return {text, std::min(static_cast<std::size_t>(std::max(length, 0L)), longestName)};
}

std::optional<UtcTime> timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    const std::chrono::year_month_day day(std::chrono::year(parts.tm_year + 1900),
                                          std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
                                          std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
    if (!day.ok())
        return std::nullopt;
    return std::chrono::sys_days(day) + std::chrono::hours(parts.tm_hour) + std::chrono::minutes(parts.tm_min) +
           std::chrono::seconds(parts.tm_sec);
}

} // namespace

std::string certificateFault(int error) {
    switch (error) {
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return "self-signed";
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
        return "unknown-issuer";
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return "incomplete-chain";
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return "expired";
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return "not-yet-valid";
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return "wrong-name";
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return "weak-signature";
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
        return "weak-key";
    case X509_V_ERR_CERT_REVOKED:
        return "revoked";
    default:
        return "other-" + std::to_string(error);
    }
}

void describeCertificate(const X509* certificate, TlsDetail& detail) {
    detail.subject = textOf(X509_get_subject_name(certificate));
    detail.issuer = textOf(X509_get_issuer_name(certificate));
    detail.notBefore = timeOf(X509_get0_notBefore(certificate));
    detail.notAfter = timeOf(X509_get0_notAfter(certificate));
}

std::string chainHash(const STACK_OF(X509) * chain) {
    std::string sent;
    for (int i = 0; i < sk_X509_num(chain); ++i) {
        const X509* const certificate = sk_X509_value(chain, i);
        const int length = i2d_X509(certificate, nullptr);
        if (length <= 0)
            return {};
        const std::size_t begin = sent.size();
        sent.resize(begin + static_cast<std::size_t>(length));
        auto* end = reinterpret_cast<unsigned char*>(sent.data() + begin);
        i2d_X509(certificate, &end);
    }
    return sent.empty() ? std::string() : sha256(sent);
}

} // namespace kpwatch
