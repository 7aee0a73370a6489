// Made by Tagwright from the plan 'Shop': change the plan, not this.
// What the site pushes to the data layer of the container GTM-DEF5678.

/** A product. */
export interface DataLayerItem {
  item_id: string;
  item_name?: string;
  item_brand?: string;
  item_category?: string;
  item_category2?: string;
  item_category3?: string;
  item_category4?: string;
  item_category5?: string;
  item_variant?: string;
  item_list_id?: string;
  item_list_name?: string;
  affiliation?: string;
  coupon?: string;
  creative_name?: string;
  creative_slot?: string;
  promotion_id?: string;
  promotion_name?: string;
  location_id?: string;
  /** Of one piece. */
  price?: number;
  /** Of one piece. */
  discount?: number;
  quantity?: number;
  index?: number;
  /** ISO 4217. */
  currency?: string;
}

/** What GA4 takes besides, where it is known. */
export interface DataLayerEcommerce {
  transaction_id?: string;
  value?: number;
  /** ISO 4217. */
  currency?: string;
  items?: DataLayerItem[];
  tax?: number;
  shipping?: number;
  coupon?: string;
  affiliation?: string;
  customer_type?: string;
  payment_type?: string;
  shipping_tier?: string;
  item_list_id?: string;
  item_list_name?: string;
  promotion_id?: string;
  promotion_name?: string;
  creative_name?: string;
  creative_slot?: string;
}

/** What Tag Manager itself takes with an event. */
export interface DataLayerOptions {
  eventCallback?: (containerId?: string) => void;
  eventTimeout?: number;
}

/** The event 'view_item'. */
export interface ViewItemEvent extends DataLayerOptions {
  event: 'view_item';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
    address?: {
      first_name?: string;
      '0'?: {
        first_name?: string;
        last_name?: string;
        postal_code?: string;
        city?: string;
        region?: string;
        country?: string;
      };
      last_name?: string;
      postal_code?: string;
      city?: string;
      region?: string;
      country?: string;
    };
  };
  user_id?: string;
  ecommerce: DataLayerEcommerce & {
    items: DataLayerItem[];
  };
}

/** The event 'add_to_cart'. */
export interface AddToCartEvent extends DataLayerOptions {
  event: 'add_to_cart';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
    address?: {
      first_name?: string;
      '0'?: {
        first_name?: string;
        last_name?: string;
        postal_code?: string;
        city?: string;
        region?: string;
        country?: string;
      };
      last_name?: string;
      postal_code?: string;
      city?: string;
      region?: string;
      country?: string;
    };
  };
  user_id?: string;
  ecommerce: DataLayerEcommerce & {
    items: DataLayerItem[];
    value: number;
    currency: string;
  };
}

/** The event 'begin_checkout'. */
export interface BeginCheckoutEvent extends DataLayerOptions {
  event: 'begin_checkout';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
    address?: {
      first_name?: string;
      '0'?: {
        first_name?: string;
        last_name?: string;
        postal_code?: string;
        city?: string;
        region?: string;
        country?: string;
      };
      last_name?: string;
      postal_code?: string;
      city?: string;
      region?: string;
      country?: string;
    };
  };
  user_id?: string;
  ecommerce: DataLayerEcommerce & {
    items: DataLayerItem[];
    value: number;
    currency: string;
  };
}

/** The event 'purchase'. */
export interface PurchaseEvent extends DataLayerOptions {
  event: 'purchase';
  ecommerce: DataLayerEcommerce & {
    transaction_id: string;
    items: DataLayerItem[];
    value: number;
    currency: string;
  };
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
    address?: {
      first_name?: string;
      '0'?: {
        first_name?: string;
        last_name?: string;
        postal_code?: string;
        city?: string;
        region?: string;
        country?: string;
      };
      last_name?: string;
      postal_code?: string;
      city?: string;
      region?: string;
      country?: string;
    };
  };
  user_id?: string;
}

/** The event 'generate_lead'. */
export interface GenerateLeadEvent extends DataLayerOptions {
  event: 'generate_lead';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
    address?: {
      first_name?: string;
      '0'?: {
        first_name?: string;
        last_name?: string;
        postal_code?: string;
        city?: string;
        region?: string;
        country?: string;
      };
      last_name?: string;
      postal_code?: string;
      city?: string;
      region?: string;
      country?: string;
    };
  };
  user_id?: string;
}

/** The event 'search'. */
export interface SearchEvent extends DataLayerOptions {
  event: 'search';
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
    address?: {
      first_name?: string;
      '0'?: {
        first_name?: string;
        last_name?: string;
        postal_code?: string;
        city?: string;
        region?: string;
        country?: string;
      };
      last_name?: string;
      postal_code?: string;
      city?: string;
      region?: string;
      country?: string;
    };
  };
  user_id?: string;
  search_term?: string;
}

/** A push without an event: what later events find, or 'ecommerce: null' to take it away. */
export interface DataLayerState {
  event?: undefined;
  user_data?: {
    email_address?: string;
    sha256_email_address?: string;
    phone_number?: string;
    sha256_phone_number?: string;
    address?: {
      first_name?: string;
      '0'?: {
        first_name?: string;
        last_name?: string;
        postal_code?: string;
        city?: string;
        region?: string;
        country?: string;
      };
      last_name?: string;
      postal_code?: string;
      city?: string;
      region?: string;
      country?: string;
    };
  };
  user_id?: string;
  search_term?: string;
  ecommerce?: DataLayerEcommerce | null;
  [key: string]: unknown;
}

/** The push of an event: strict for those of 'DataLayerEvents', free for those of other tags. */
export type DataLayerEvent<Name extends string> =
  Name extends keyof DataLayerEvents ? DataLayerEvents[Name]
  : Lowercase<Name> extends Lowercase<keyof DataLayerEvents & string> ? never
  : { event: Name; [key: string]: unknown };

/** Takes commands of 'gtag()', pushes without an event, and events. */
export interface DataLayer extends ReadonlyArray<unknown> {
  push(command: IArguments): number;
  push(state: DataLayerState): number;
  push<Name extends string>(event: { event: Name } & DataLayerEvent<Name>): number;
}

declare global {
  /** The events of the plan; a site adds those of its other tags. */
  interface DataLayerEvents {
    'view_item': ViewItemEvent;
    'add_to_cart': AddToCartEvent;
    'begin_checkout': BeginCheckoutEvent;
    'purchase': PurchaseEvent;
    'generate_lead': GenerateLeadEvent;
    'search': SearchEvent;
  }
  var dataLayer: DataLayer;
}
