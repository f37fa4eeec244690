// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate of whoever answered (DER), whatever it says of itself.
#include "probes/wire/certificate.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>
#include <memory>
#include <openssl/x509.h>

using namespace kpwatch;
using fuzzing::require;

namespace {

struct Free {
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(STACK_OF(X509) * chain) const { sk_X509_free(chain); }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const unsigned char* at = data;
    const std::unique_ptr<X509, Free> certificate(d2i_X509(nullptr, &at, static_cast<long>(size)));
    if (!certificate)
        return 0;
    TlsDetail detail;
    describeCertificate(certificate.get(), detail);
    require(detail.subject.size() <= 256 && detail.issuer.size() <= 256);
    const auto isControl = [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; };
    require(std::none_of(detail.subject.begin(), detail.subject.end(), isControl));
    for (const auto& date : {detail.notBefore, detail.notAfter})
        require(!date || parseIsoUtc(isoUtc(*date)) == date);
    const std::unique_ptr<STACK_OF(X509), Free> chain(sk_X509_new_null());
    sk_X509_push(chain.get(), certificate.get());
    require(chainHash(chain.get()).size() == 64);
    return 0;
}
