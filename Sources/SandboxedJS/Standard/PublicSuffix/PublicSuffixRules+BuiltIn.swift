extension PublicSuffixRules {
  /// The endings of several labels that are common in shops' addresses.
  package static let builtIn = PublicSuffixRules(
    secondLevels.flatMap { country, levels in
      levels.split(separator: " ").map { "\($0).\(country)" }
    } + services)

  /// Below each country's ending, the second levels that are registries of their own.
  private static let secondLevels: [String: String] = [
    "ae": "ac co gov mil net org sch",
    "ar": "com edu gob gov int mil musica net org tur",
    "at": "ac co gv or",
    "au": "asn com edu gov id net org",
    "bd": "*",
    "bo": "com edu gob int mil net org tv web",
    "br":
      "adm adv agr app art blog com dev eco edu emp eng esp etc far flog fm g12 gov imb ind inf "
      + "jor jus leg lel log med mil mus net ong org pro psi rec srv tec tmp tur tv vet wiki",
    "ck": "* !www",
    "cn":
      "ac com edu gov mil net org ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm "
      + "nx qh sc sd sh sn sx tj tw xj xz yn zj",
    "co": "com edu gov mil net nom org",
    "cr": "ac co ed fi go or sa",
    "cy": "ac biz com ekloges gov ltd mil net org press pro tm",
    "do": "art com edu gob gov mil net org sld web",
    "ec": "com edu fin gob gov info k12 med mil net org pro",
    "eg": "com edu eun gov mil name net org sci",
    "er": "*",
    "es": "com edu gob nom org",
    "fj": "ac biz com gov info mil name net org pro",
    "fk": "*",
    "fr": "asso com gouv nom prd tm",
    "gh": "com edu gov mil org",
    "gr": "com edu gov net org",
    "gt": "com edu gob ind mil net org",
    "hk": "com edu gov idv net org",
    "hn": "com edu gob mil net org",
    "hu":
      "2000 agrar bolt casino city co erotica erotika film forum games hotel info ingatlan jogasz "
      + "konyvelo lakas media news org priv reklam sex shop sport suli szex tm tozsde utazas video",
    "id": "ac biz co desa go mil my net or ponpes sch web",
    "il": "ac co gov idf k12 muni net org",
    "im": "ac co com net org tt tv ltd.co plc.co",
    "in": "ac co edu firm gen gov ind mil net nic org res",
    "it": "edu gov",
    "jm": "*",
    "jo": "com edu gov mil name net org sch",
    "jp": "ac ad co ed go gr lg ne or *.kawasaki *.kitakyushu *.kobe *.nagoya *.sapporo *.sendai "
      + "*.yokohama !city.kawasaki !city.kitakyushu !city.kobe !city.nagoya !city.sapporo "
      + "!city.sendai !city.yokohama",
    "ke": "ac co go info me mobi ne or sc",
    "kh": "*",
    "kr": "ac co es go hs kg mil ms ne or pe re sc busan chungbuk chungnam daegu daejeon gangwon "
      + "gwangju gyeongbuk gyeonggi gyeongnam incheon jeju jeonbuk jeonnam seoul ulsan",
    "kw": "com edu emb gov ind net org",
    "kz": "com edu gov mil net org",
    "lb": "com edu gov net org",
    "lk": "ac assn com edu gov grp hotel int ltd net ngo org sch soc web",
    "lt": "gov",
    "lv": "asn com conf edu gov id mil net org",
    "ma": "ac co gov net org press",
    "mk": "com edu gov inf name net org",
    "mm": "*",
    "mt": "com edu net org",
    "mx": "com edu gob net org",
    "my": "biz com edu gov mil name net org",
    "ng": "com edu gov i mil mobi name net org sch",
    "ni": "ac biz co com edu gob in info int mil net nom org web",
    "np": "*",
    "nz": "ac co cri geek gen govt health iwi kiwi maori mil net org parliament school",
    "om": "co com edu gov med museum net org pro",
    "pa": "abo ac com edu gob ing med net nom org sld",
    "pe": "com edu gob mil net nom org",
    "pg": "*",
    "ph": "com edu gov i mil net ngo org",
    "pk": "biz com edu fam gob gok gon gop gos gov info net org web",
    "pl":
      "aid agro atm auto biz com edu gmina gov gsm info mail media miasta mil net nieruchomosci nom "
      + "org pc powiat priv realestate rel sex shop sklep sos szkola targi tm tourism travel turystyka "
      + "bialystok bydgoszcz gdansk gdynia katowice krakow lodz lublin olsztyn opole poznan rzeszow "
      + "sopot szczecin torun warszawa waw wroclaw",
    "pt": "com edu gov int net nome org publ",
    "py": "com coop edu gov mil net org",
    "qa": "com edu gov mil name net org sch",
    "ro": "arts com firm info nom nt org rec store tm www",
    "rs": "ac co edu gov in org",
    "sa": "com edu gov med net org pub sch",
    "sg": "com edu gov net org",
    "sv": "com edu gob org red",
    "th": "ac co go in mi net or",
    "tn": "com ens fin gov ind info intl mincom nat net org perso tourism",
    "tr": "av bbs bel biz com dr edu gen gov info k12 kep mil name net org pol tel tsk tv web",
    "tw": "club com ebiz edu game gov idv mil net org",
    "tz": "ac co go hotel info me mil mobi ne or sc tv",
    "ua":
      "com edu gov in net org cherkassy chernihiv dnipro dnipropetrovsk donetsk kharkiv kharkov "
      + "kherson khmelnitskiy kiev kyiv lviv mykolaiv od odesa odessa poltava rivne rv sumy te "
      + "ternopil uz vinnica vinnytsia vn volyn zaporizhzhe zhitomir zp zt",
    "ug": "ac co com go ne or org sc",
    "uk": "ac co gov ltd me net nhs org plc police *.sch",
    "uy": "com edu gub mil net org",
    "ve": "arts bib co com e12 edu firm gob gov info int mil net nom org rar rec store tec web",
    "vn": "ac biz com edu gov health info int name net org pro",
    "za": "ac agric alt co edu gov grondar law mil net ngo nic nis nom org school tm web",
    "zm": "ac biz co com edu gov info mil net org sch",
    "zw": "ac co gov mil org",
  ]

  /// Services that hand out names below their own, each to another customer.
  private static let services = [
    "appspot.com", "azurewebsites.net", "blogspot.com", "cloudfront.net", "firebaseapp.com",
    "fly.dev", "github.io", "gitlab.io", "herokuapp.com", "myshopify.com", "netlify.app",
    "onrender.com", "pages.dev", "run.app", "a.run.app", "vercel.app", "web.app", "workers.dev",
    "uk.com", "us.com", "eu.com", "de.com", "gb.net", "co.com",
  ]
}
