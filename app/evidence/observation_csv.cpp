// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as lines of a table (RFC 4180), for people with a spreadsheet.
#include "app/evidence/csv_line.h"
#include "app/evidence/observation_file.h"
#include "app/evidence/shared_detail.h"

namespace kpwatch {

namespace {

constexpr const char* columns =
    "at,target,stage,failure,elapsed_us,recheck,peer,tries,resolve_us,connect_us,tls_us,first_byte_us,"
    "status,location,server,last_modified,title,body_bytes,body_sha256," // http
    "rcode,aa,serial,ttl,"                                               // dns
    "retransmits,"                                                       // tcp
    "date,age,via,cache,block_page,suspected_block,tls_version,tls_cipher,tls_faults,tls_subject,tls_issuer,"
    "tls_not_before,tls_not_after,tls_chain_sha256," // http again: new columns come last
    "icmp_type,icmp_code,"                           // tcp again
    "smtp_code,smtp_banner,ping_method,ping_sent,ping_received,ping_shortest_us,ping_median_us,"
    "trace_method,trace_outcome,trace_hops";

// The columns of one kind; empty cells where the row is of another.

void writePage(CsvLine& line, const HttpDetail* http) {
    const HttpDetail page = http == nullptr ? HttpDetail{} : *http;
    line.number(page.status == 0 ? std::nullopt : std::optional(page.status));
    for (const std::string& cell : {page.location, page.server, page.lastModified, page.title})
        line.text(cell);
    line.number(http == nullptr ? std::nullopt : std::optional(page.bodyBytes));
    line.text(page.bodySha256);
}

void writeZone(CsvLine& line, const DnsDetail* dns) {
    const bool answered = dns != nullptr && !dns->rcode.empty();
    line.text(answered ? dns->rcode : std::string());
    line.text(!answered ? "" : dns->authoritative ? "true" : "false");
    line.number(dns == nullptr ? std::nullopt : dns->serial);
    line.number(dns == nullptr ? std::nullopt : dns->ttl);
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : " ") + text;
    return all;
}

// Who spoke: signs of somebody between, and the certificate that was shown.
void writeBetween(CsvLine& line, const HttpDetail* http) {
    const HttpDetail page = http == nullptr ? HttpDetail{} : *http;
    for (const std::string& cell : {page.date, page.age, page.via, page.cache, page.blockPage})
        line.text(cell);
    line.text(http == nullptr ? "" : page.suspectedBlock ? "true" : "false");
    const TlsDetail tls = page.tls.value_or(TlsDetail{});
    for (const std::string& cell : {tls.version, tls.cipher, joined(tls.faults), tls.subject, tls.issuer})
        line.text(cell);
    for (const auto& time : {tls.notBefore, tls.notAfter})
        line.text(time ? isoUtc(*time) : std::string());
    line.text(tls.chainSha256);
}

void writeMail(CsvLine& line, const SmtpDetail* smtp) {
    line.number(smtp == nullptr || smtp->code == 0 ? std::nullopt : std::optional(smtp->code));
    line.text(smtp == nullptr ? std::string() : smtp->banner);
}

void writePing(CsvLine& line, const PingDetail* ping) {
    line.text(ping == nullptr ? std::string() : ping->method);
    line.number(ping == nullptr ? std::nullopt : std::optional(ping->sent));
    line.number(ping == nullptr ? std::nullopt : std::optional(ping->received));
    line.length(ping == nullptr ? std::nullopt : ping->shortest);
    line.length(ping == nullptr ? std::nullopt : ping->median);
}

// "5 192.0.2.1 30215us expired; 6 *": TTL, who answered, how soon and with what.
std::string hopsText(const std::vector<TraceHop>& hops) {
    std::string text;
    for (const TraceHop& hop : hops) {
        text += (text.empty() ? "" : "; ") + std::to_string(hop.ttl) + ' ' + (hop.address.empty() ? "*" : hop.address);
        if (hop.roundTrip)
            text += ' ' + std::to_string(hop.roundTrip->count()) + "us";
        if (!hop.said.empty())
            text += ' ' + hop.said;
    }
    return text;
}

void writeTrace(CsvLine& line, const TraceDetail* trace) {
    line.text(trace == nullptr ? std::string() : trace->method);
    line.text(trace == nullptr ? std::string() : trace->outcome);
    line.text(trace == nullptr ? std::string() : hopsText(trace->hops));
}

} // namespace

std::string observationCsvHeader() { return columns; }

std::string observationCsvLine(const Observation& row, const Watchlist& watchlist) {
    const Target* const target = watchlist.find(row.target);
    CsvLine line;
    line.text(isoUtc(row.startedAt));
    line.text(target == nullptr ? std::string() : target->name);
    line.text(name(row.reached));
    line.text(name(row.failure));
    line.number(row.elapsed.count());
    line.text(row.recheck ? "true" : "false");
    line.text(row.peer);
    line.number(row.tries);
    line.length(row.phases.resolve);
    line.length(row.phases.connect);
    line.length(row.phases.tls);
    line.length(row.phases.firstByte);
    const Detail detail = sharedDetail(row);
    writePage(line, std::get_if<HttpDetail>(&detail));
    writeZone(line, std::get_if<DnsDetail>(&detail));
    const auto* const connect = std::get_if<ConnectDetail>(&detail);
    line.number(connect == nullptr ? std::nullopt : std::optional(connect->retransmits));
    writeBetween(line, std::get_if<HttpDetail>(&detail));
    const RefusalDetail* const refusal = refusalOf(detail);
    line.number(refusal == nullptr ? std::nullopt : std::optional(refusal->icmpType));
    line.number(refusal == nullptr ? std::nullopt : std::optional(refusal->icmpCode));
    writeMail(line, std::get_if<SmtpDetail>(&detail));
    writePing(line, std::get_if<PingDetail>(&detail));
    writeTrace(line, std::get_if<TraceDetail>(&detail));
    return line.take();
}

} // namespace kpwatch
