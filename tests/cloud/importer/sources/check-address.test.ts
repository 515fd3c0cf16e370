import { describe, expect, it } from '@jest/globals';
import { parseAllowedHosts } from '../../../../cloud/importer/sources/allowed-hosts.ts';
import { checkAddress } from '../../../../cloud/importer/sources/check-address.ts';
import { isPublicAddress } from '../../../../cloud/importer/sources/public-address.ts';
import { reasons } from '../../../../cloud/importer/words.ts';

const NONE = new Set<string>();
const reasonOf = (address: string, allowed: ReadonlySet<string> = NONE) => {
  const checked = checkAddress(address, allowed);
  return checked.ok ? undefined : checked.reason;
};

const PUBLIC = `1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.167.1.1
  11.0.0.1 126.0.0.1 128.0.0.1 169.253.0.1 223.255.255.1 2606:4700::1111 240e::1 2408:8000::1`;

const NOT_PUBLIC = `0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 100.100.100.200
  127.0.0.1 127.255.255.254 169.254.0.1 169.254.169.254 169.254.0.23 172.16.0.1 172.31.255.255 192.0.0.1
  192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1
  224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16
  :: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:8.8.8.8 64:ff9b::7f00:1
  64:ff9b::808:808 64:ff9b:1::a00:1 2002:7f00:1:: 2002:808:808:: 2001::1 2001:0:7f00:1:: 2001:2::1
  2001:10::1 2001:20::1 2001:db8::1 3fff::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 febf::1 fec0::1
  ff02::1 ff0e::1 100::1 5f00::1 4000::1 2606:4700::5efe:7f00:1 2606:4700::200:5efe:a00:1
  2606:4700::1%eth0 localhost 127.1 0x7f000001 2130706433 1.1.1 `;

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

describe('an IP address', () => {
  it.each(words(PUBLIC))('%s is of the open Internet', (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });
  it.each(words(NOT_PUBLIC))('%s is not', (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});

describe('an address that may be fetched', () => {
  it.each([
    ['http://fl.jiangmen.cn/a', 'http://fl.jiangmen.cn/a'],
    ['https://fl.jiangmen.cn/a#b', 'https://fl.jiangmen.cn/a'],
    ['http://www.jiangmen.gov.cn:8080/', 'http://www.jiangmen.gov.cn:8080/'],
    ['http://1.1.1.1/', 'http://1.1.1.1/'],
    ['http://[2606:4700::1111]/', 'http://[2606:4700::1111]/'],
    ['http://中国.政务/', 'http://xn--fiqs8s.xn--zfr164b/'],
  ])('%s', (written, href) => {
    const checked = checkAddress(written, NONE);
    expect(checked.ok && checked.value.href).toBe(href);
  });
});

const PRIVATE_SPELLINGS: [written: string, host: string][] = [
  ['http://127.0.0.1/', '127.0.0.1'],
  ['http://127.1/', '127.0.0.1'],
  ['http://127.0.1/', '127.0.0.1'],
  ['http://2130706433/', '127.0.0.1'],
  ['http://0x7f000001/', '127.0.0.1'],
  ['http://0x7f.0x0.0x0.0x1/', '127.0.0.1'],
  ['http://0177.0.0.01/', '127.0.0.1'],
  ['http://017700000001/', '127.0.0.1'],
  ['http://127.0.0.1./', '127.0.0.1'],
  ['http://１２７.0.0.1/', '127.0.0.1'],
  ['http://①②⑦.⓪.⓪.①/', '127.0.0.1'],
  ['http://127。0。0。1/', '127.0.0.1'],
  ['http://%31%32%37.0.0.1/', '127.0.0.1'],
  ['http://127.0.0.1\\@fl.jiangmen.cn/', '127.0.0.1'],
  ['ht\ntp://127.0.0.1/', '127.0.0.1'],
  ['http:127.0.0.1', '127.0.0.1'],
  ['http:\\\\127.0.0.1/', '127.0.0.1'],
  ['http:///127.0.0.1/', '127.0.0.1'],
  ['http://0/', '0.0.0.0'],
  ['http://0.0.0.0/', '0.0.0.0'],
  ['http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
  ['http://2852039166/', '169.254.169.254'],
  ['http://100.100.100.200/', '100.100.100.200'],
  ['http://192.168.1.1:8080/', '192.168.1.1:8080'],
  ['http://[::1]/', '[::1]'],
  ['http://[0:0:0:0:0:0:0:1]/', '[::1]'],
  ['http://[::]/', '[::]'],
  ['http://[::ffff:127.0.0.1]/', '[::ffff:7f00:1]'],
  ['http://[::ffff:7f00:1]/', '[::ffff:7f00:1]'],
  ['http://[::127.0.0.1]/', '[::7f00:1]'],
  ['http://[64:ff9b::127.0.0.1]/', '[64:ff9b::7f00:1]'],
  ['http://[2002:7f00:1::]/', '[2002:7f00:1::]'],
  ['http://[fe80::1]/', '[fe80::1]'],
  ['http://[fd00:ec2::254]/', '[fd00:ec2::254]'],
  ['http://localhost/', 'localhost'],
  ['http://LOCALHOST:8080/', 'localhost:8080'],
  ['http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/', 'localhost'],
  ['http://a.localhost/', 'a.localhost'],
  ['http://intranet/', 'intranet'],
  ['http://metadata.google.internal/', 'metadata.google.internal'],
  ['http://printer.local/', 'printer.local'],
  ['http://router.home.arpa/', 'router.home.arpa'],
];

describe('an address that is refused', () => {
  it.each(PRIVATE_SPELLINGS)('%j leads inside', (written, host) => {
    expect(reasonOf(written)).toBe(reasons.privateHost(host));
  });

  it.each([
    ['no address', reasons.badAddress],
    ['http://[::1%25eth0]/', reasons.badAddress],
    ['http://256.1.1.1/', reasons.badAddress],
    ['http://a b/', reasons.badAddress],
    ['http://', reasons.badAddress],
    ['//fl.jiangmen.cn/', reasons.badAddress],
    ['file:///etc/passwd', reasons.protocol('file:')],
    ['ftp://fl.jiangmen.cn/', reasons.protocol('ftp:')],
    ['gopher://fl.jiangmen.cn:70/', reasons.protocol('gopher:')],
    ['data:text/html,x', reasons.protocol('data:')],
    ['javascript:1', reasons.protocol('javascript:')],
    ['view-source:http://fl.jiangmen.cn/', reasons.protocol('view-source:')],
    ['http://a:b@fl.jiangmen.cn/', reasons.credentials],
    ['http://fl.jiangmen.cn@1.1.1.1/', reasons.credentials],
    ['http://fl.jiangmen.cn./', reasons.oddHost('fl.jiangmen.cn.')],
    ['http://localhost./', reasons.oddHost('localhost.')],
    ['http://16843009/', reasons.oddHost('1.1.1.1')],
    ['http://0x1.1.1.1/', reasons.oddHost('1.1.1.1')],
    ['http://fl.jiangmen.cn:25/', reasons.port(25)],
    ['http://fl.jiangmen.cn:22/', reasons.port(22)],
    ['http://fl.jiangmen.cn:6667/', reasons.port(6667)],
    ['http://fl.jiangmen.cn:0/', reasons.port(0)],
    ['https://fl.jiangmen.cn:81/', reasons.port(81)],
  ])('%j', (written, reason) => {
    expect(reasonOf(written)).toBe(reason);
  });
});

describe('the setting IMPORT_ALLOW_HOSTS', () => {
  const allowed = (text: string) => parseAllowedHosts(text) ?? NONE;

  it.each([
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['127.0.0.1', 'http://127.0.0.1/'],
    ['oa.lan, [::1]:81 ,10.0.0.1', 'http://[::1]:81/'],
    ['OA.lan', 'https://oa.lan/'],
    ['oa.lan:81', 'http://oa.lan:81/'],
  ])('%s allows %s', (setting, address) => {
    expect(reasonOf(address)).not.toBeUndefined();
    expect(reasonOf(address, allowed(setting))).toBeUndefined();
  });

  it.each([
    ['127.0.0.1:8080', 'http://127.0.0.1:8081/'],
    ['127.0.0.1', 'http://127.0.0.2/'],
    ['169.254.169.254', 'http://169.254.169.254/'],
    ['0.0.0.0', 'http://0.0.0.0/'],
    ['lan', 'http://oa.lan/'],
    ['127.0.0.1:8080', 'http://a:b@127.0.0.1:8080/'],
    ['127.0.0.1:8080', 'http://2130706433:8080/'],
  ])('%s does not allow %s', (setting, address) => {
    expect(reasonOf(address, allowed(setting))).not.toBeUndefined();
  });

  it.each(['http://a/', 'a b', 'a:', 'a:99999', 'a:0', 'a@b', '[::1'])('can not be %j', (text) => {
    expect(parseAllowedHosts(text)).toBeUndefined();
  });
});
