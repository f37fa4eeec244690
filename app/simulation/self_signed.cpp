// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/self_signed.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <optional>
#include <stdexcept>

namespace kpwatch {

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
    void operator()(BIO* memory) const { BIO_free(memory); }
};
template <typename Thing>
using Owned = std::unique_ptr<Thing, Free>;

void require(bool done) {
    if (!done)
        throw std::runtime_error("OpenSSL could not make a certificate");
}

void addExtension(X509* certificate, int kind, const char* value) {
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, nullptr, kind, value));
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

// The certificate and the key of whoever signs; its own if nobody else does.
struct Signer {
    const X509* certificate;
    EVP_PKEY* key;
};

Owned<X509> certificateOf(EVP_PKEY* key, const CertificateWish& wish, const std::optional<Signer>& issuer) {
    Owned<X509> certificate(X509_new());
    require(certificate != nullptr);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), std::chrono::seconds(wish.begins).count());
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), std::chrono::seconds(wish.ends).count());
    X509_NAME* const subject = X509_get_subject_name(certificate.get());
    const std::string& common = wish.subject.empty() ? wish.host : wish.subject;
    X509_NAME_add_entry_by_txt(subject, "CN", V_ASN1_UTF8STRING, reinterpret_cast<const unsigned char*>(common.data()),
                               static_cast<int>(common.size()), -1, 0); // as they are, UTF-8 or not
    X509_set_issuer_name(certificate.get(), issuer ? X509_get_subject_name(issuer->certificate) : subject);
    if (wish.authority)
        addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    else
        addExtension(certificate.get(), NID_subject_alt_name,
                     ("DNS:" + wish.host + ",IP:" + wish.address.text()).c_str());
    const EVP_MD* const digest = wish.weakSignature ? EVP_sha1() : EVP_sha256();
    require(X509_set_pubkey(certificate.get(), key) == 1 &&
            X509_sign(certificate.get(), issuer ? issuer->key : key, digest) > 0);
    return certificate;
}

std::string pemOf(X509* certificate) {
    const Owned<BIO> memory(BIO_new(BIO_s_mem()));
    require(memory && PEM_write_bio_X509(memory.get(), certificate) == 1);
    char* text = nullptr;
    const long length = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(length)};
}

} // namespace

TlsIdentity certified(const CertificateWish& wish, const TlsIdentity* issuer, bool withIssuer) {
    const Owned<EVP_PKEY> key(wish.weakKey ? EVP_RSA_gen(1024) : EVP_EC_gen("P-256"));
    require(key != nullptr);
    std::optional<Signer> signer;
    if (issuer != nullptr)
        signer = {SSL_CTX_get0_certificate(issuer->context.get()), SSL_CTX_get0_privatekey(issuer->context.get())};
    const Owned<X509> certificate = certificateOf(key.get(), wish, signer);
    const std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    require(context != nullptr);
    SSL_CTX_set_security_level(context.get(), 0); // it may be weak on purpose
    require(SSL_CTX_use_certificate(context.get(), certificate.get()) == 1 &&
            SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1);
    if (issuer != nullptr && withIssuer)
        require(SSL_CTX_add1_chain_cert(context.get(), SSL_CTX_get0_certificate(issuer->context.get())) == 1);
    else
        SSL_CTX_set_mode(context.get(), SSL_MODE_NO_AUTO_CHAIN);
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    return {context, pemOf(certificate.get())};
}

TlsIdentity selfSigned(const std::string& host, const Address& address) {
    return certified({.host = host, .address = address});
}

void speakOldTlsOnly(const TlsIdentity& identity) {
    SSL_CTX_set_min_proto_version(identity.context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(identity.context.get(), TLS1_VERSION);
}

} // namespace kpwatch
