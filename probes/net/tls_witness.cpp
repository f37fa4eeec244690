// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/net/tls_witness.h"

#include "probes/probe.h"
#include "probes/wire/certificate.h"

#include <algorithm>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace kpwatch {

namespace {

// Keys and signatures under 112 bits of strength are named as weak: what Debian itself expects (openssl.cnf,
// "SECLEVEL=2"; SSL_CTX_set_security_level(3) tells what that means).
constexpr int strengthExpected = 2;
constexpr std::size_t mostFaults = 16;

void add(std::vector<std::string>& faults, int error) {
    std::string fault = certificateFault(error);
    if (faults.size() < mostFaults && std::find(faults.begin(), faults.end(), fault) == faults.end())
        faults.push_back(std::move(fault));
}

} // namespace

void TlsWitness::watch(SSL_CTX* context) {
    SSL_CTX_set1_cert_store(context, static_cast<X509_STORE*>(m_store.x509Store()));
    SSL_CTX_set_cert_verify_callback(context, onCertificate, this);
    SSL_CTX_set_msg_callback(context, onMessage);
    SSL_CTX_set_msg_callback_arg(context, this);
    X509_VERIFY_PARAM* const whom = SSL_CTX_get0_param(context);
    if (Address::parse(m_host))
        X509_VERIFY_PARAM_set1_ip_asc(whom, m_host.c_str());
    else
        X509_VERIFY_PARAM_set1_host(whom, m_host.c_str(), 0);
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
    SSL_CTX_set_options(context, SSL_OP_LEGACY_SERVER_CONNECT);
}

void TlsWitness::onMessage(int sent, int /*version*/, int type, const void* /*bytes*/, std::size_t /*length*/,
                           SSL* /*tls*/, void* self) {
    if (sent == 0 && (type == SSL3_RT_HANDSHAKE || type == SSL3_RT_ALERT))
        static_cast<TlsWitness*>(self)->m_spoke = true;
}

// Notes the fault and goes on, so that the next one is found too.
int TlsWitness::onFault(int valid, X509_STORE_CTX* chain) {
    if (valid == 0)
        add(static_cast<TlsWitness*>(X509_STORE_CTX_get_app_data(chain))->m_detail->faults,
            X509_STORE_CTX_get_error(chain));
    X509_STORE_CTX_set_error(chain, X509_V_OK); // a fault that is remembered there hides those of the issuer
    return 1;
}

int TlsWitness::onCertificate(X509_STORE_CTX* chain, void* self) {
    TlsWitness& witness = *static_cast<TlsWitness*>(self);
    witness.describe(chain);
    X509_STORE_CTX_set_app_data(chain, self);
    X509_STORE_CTX_set_verify_cb(chain, onFault);
    X509_VERIFY_PARAM_set_auth_level(X509_STORE_CTX_get0_param(chain), strengthExpected);
    // Not verified to the end is a fault as well, whatever OpenSSL's reason.
    if (X509_verify_cert(chain) != 1)
        add(witness.m_detail->faults, X509_STORE_CTX_get_error(chain));
    return 1;
}

void TlsWitness::describe(X509_STORE_CTX* chain) {
    m_detail.emplace();
    const auto* const tls =
        static_cast<const SSL*>(X509_STORE_CTX_get_ex_data(chain, SSL_get_ex_data_X509_STORE_CTX_idx()));
    if (tls != nullptr) {
        m_detail->version = SSL_get_version(tls);
        const char* const cipher = SSL_CIPHER_get_name(SSL_get_current_cipher(tls));
        m_detail->cipher = cipher != nullptr ? cipher : "";
    }
    if (const X509* const own = X509_STORE_CTX_get0_cert(chain))
        describeCertificate(own, *m_detail);
    m_detail->chainSha256 = chainHash(X509_STORE_CTX_get0_untrusted(chain));
}

} // namespace kpwatch
