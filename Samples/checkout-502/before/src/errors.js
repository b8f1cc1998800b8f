'use strict';

class RequestError extends Error {
  constructor(status, code, message) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
    this.code = code;
  }
}

class EmptyCartError extends RequestError {
  constructor(cartId) {
    super(409, 'empty_cart', `cart ${cartId} has nothing to check out`);
  }
}

class OutOfStockError extends RequestError {
  constructor(skus) {
    super(409, 'out_of_stock', `not enough stock for one of ${skus.join(', ')}`);
  }
}

class OrderNotFoundError extends RequestError {
  constructor(orderId) {
    super(404, 'order_not_found', `there is no open order ${orderId}`);
  }
}

module.exports = { RequestError, EmptyCartError, OutOfStockError, OrderNotFoundError };
